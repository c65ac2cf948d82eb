/// The version of what a seed produces, written in every output that can carry it.
public enum StreamVersion {
  public static var current: Int { Site.streamVersion }
}
