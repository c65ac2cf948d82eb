/// A monthly probability by age at the opening of the month (whole months of service, or of programme done) and by
/// month index (1 is the first month of the run).
///
/// The month index lets a test write dated rates and rates in named months: it returns 0 outside the months named.
public typealias MonthlyProbability = @Sendable (_ age: Int, _ month: Int) -> Double
