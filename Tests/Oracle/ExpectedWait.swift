/// A place among those who wait: by months since the start of the programme, and by month of appointment.
public struct ExpectedWait: Sendable, Hashable {
  /// Months since the start of the programme, at the close.
  public var service: Int
  /// Month index of appointment.
  public var appointment: Int

  public init(service: Int, appointment: Int) {
    self.service = service
    self.appointment = appointment
  }
}
