#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

// A handler may use these and nothing else; a lock in them would be one that it interrupts.
_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "numbers that handlers use must be free of locks");

static atomic_int phase = CLE_AT_ONCE;
static atomic_int pending = 0;
static atomic_int is_conversing = 0;
static atomic_int interruptions = 0, resizes = 0, continuations = 0;
static int ends[2] = {-1, -1};

static void wake(void) {
  const int kept = errno;
  if (ends[1] >= 0 && write(ends[1], "", 1) < 0) {
    // Full: somebody will look anyway.
  }
  errno = kept;
}

static void end(int number) {
  static const char words[] = "interrupted\n";
  cle_terminal_leave();
  // The shell's prompt begins a line of its own.
  if (atomic_load(&is_conversing) && write(STDERR_FILENO, "\r\n", 2) < 0) {
    // Nobody sees it.
  }
  if (number == SIGINT && write(STDERR_FILENO, words, sizeof words - 1) < 0) {
    // Nobody reads it.
  }
  _exit(128 + number);
}

static void asked_to_end(int number) {
  const int now = atomic_load(&phase);
  // In a conversation Ctrl-C clears or cancels, and never ends the process.
  const bool waits = now == CLE_BOTH_WAIT || (number == SIGINT && (now != CLE_AT_ONCE || atomic_load(&is_conversing)));
  if (!waits) end(number);
  // A termination is not forgotten over an interruption.
  if (number != SIGINT || atomic_load(&pending) == 0) atomic_store(&pending, number);
  if (number == SIGINT) atomic_fetch_add(&interruptions, 1);
  wake();
}

static void resized(int number) {
  (void)number;
  atomic_fetch_add(&resizes, 1);
  wake();
}

static void stop(int number);

static void handle(int number, void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

// Stopped by somebody else than us, and brought back: the terminal is as the shell left it.
static void continued(int number) {
  (void)number;
  const int kept = errno;
  cle_terminal_continuing();
  atomic_fetch_add(&continuations, 1);
  wake();
  errno = kept;
}

static void unblock(int number) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, number);
  pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
}

// The terminal is given back as it was, the process stops here, and goes on as if nothing had been.
static void stop(int number) {
  const int kept = errno;
  cle_terminal_stopping();
  handle(number, SIG_DFL);
  unblock(number);
  raise(number);
  handle(number, stop);
  cle_terminal_continuing();
  atomic_fetch_add(&continuations, 1);
  wake();
  errno = kept;
}

static void crash(int number) {
  cle_terminal_leave();
  handle(number, SIG_DFL);
  unblock(number);
  raise(number);
}

void cle_signals_listen(void) {
  handle(SIGINT, asked_to_end);
  handle(SIGTERM, asked_to_end);
  signal(SIGPIPE, SIG_IGN);
  // Swift's runtime would print a backtrace and go on.
  signal(SIGQUIT, SIG_DFL);
  // A parent may have blocked them, as a worker of a thread pool does for its children.
  unblock(SIGINT);
  unblock(SIGTERM);
  unblock(SIGQUIT);
}

void cle_signals_converse(void) {
  if (ends[0] < 0 && pipe(ends) == 0) {
    for (int i = 0; i < 2; i++) {
      fcntl(ends[i], F_SETFD, FD_CLOEXEC);
      fcntl(ends[i], F_SETFL, O_NONBLOCK);
    }
  }
  atomic_store(&is_conversing, 1);
  handle(SIGHUP, asked_to_end);
  handle(SIGWINCH, resized);
  handle(SIGTSTP, stop);
  handle(SIGCONT, continued);
  static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) handle(crashes[i], crash);
  static const int wanted[] = {SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) unblock(wanted[i]);
}

void cle_signals_set_phase(int32_t next) { atomic_store(&phase, next); }
int32_t cle_signals_phase(void) { return atomic_load(&phase); }
int32_t cle_signals_pending(void) { return atomic_load(&pending); }

// An interruption is over; a termination that waits is not.
static void settle_interruption(void) {
  int interrupted = SIGINT;
  atomic_compare_exchange_strong(&pending, &interrupted, 0);
}

void cle_signals_settle(void) {
  settle_interruption();
  atomic_store(&interruptions, 0);
}

int cle_signals_descriptor(void) { return ends[0]; }

cle_events cle_signals_take(void) {
  char bytes[64];
  while (ends[0] >= 0 && read(ends[0], bytes, sizeof bytes) > 0) {
  }
  cle_events events = {
      .interrupted = atomic_exchange(&interruptions, 0) > 0,
      .resized = atomic_exchange(&resizes, 0) > 0,
      .continued = atomic_exchange(&continuations, 0) > 0,
  };
  if (events.interrupted) settle_interruption();
  return events;
}
