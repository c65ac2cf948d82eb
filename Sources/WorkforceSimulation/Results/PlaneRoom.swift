internal import CVectors
import Synchronization

/// Memory for the planes of a table, bytes of 0 at first. It comes in large pieces: a month's numbers go to thousands of
/// planes, and the processor knows the places of few small pages.
final class PlaneRoom: Sendable {
  private struct Pieces {
    var pieces: [UnsafeMutableRawPointer] = []
    /// Bytes of the last piece that are given away.
    var used = 0
  }

  private static let pageSize = 1 << 12
  private static let mostBytes = 1 << 23

  private let bytesEach: Int
  private let pieceSize: Int
  private let gathered = Mutex(Pieces())

  /// - Parameters:
  ///   - bytesEach: of a plane
  ///   - most: planes that may be asked for
  init(bytesEach: Int, most: Int) {
    // Planes begin where vectors do.
    self.bytesEach = max(64, (bytesEach + 63) & ~63)
    let wanted = min(max(self.bytesEach, PlaneRoom.mostBytes), self.bytesEach * max(1, most))
    pieceSize = (wanted + PlaneRoom.pageSize - 1) & ~(PlaneRoom.pageSize - 1)
  }

  deinit {
    gathered.withLock { for piece in $0.pieces { cadre_free_zeros(piece, pieceSize) } }
  }

  /// A plane, which stays where it is as long as this.
  func next() -> UnsafeMutablePointer<UInt8> {
    gathered.withLock { room in
      if room.pieces.isEmpty || room.used + bytesEach > pieceSize {
        guard let piece = cadre_make_zeros(pieceSize) else { fatalError("there is no memory for the people of a run") }
        room.pieces.append(piece)
        room.used = 0
      }
      defer { room.used += bytesEach }
      return (room.pieces[room.pieces.count - 1] + room.used).assumingMemoryBound(to: UInt8.self)
    }
  }
}
