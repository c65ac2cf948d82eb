/// People still to be taken, and those among whom they are.
struct Pool<Count: FutureCount> {
  var people: Count
  var wanted: Count
}
