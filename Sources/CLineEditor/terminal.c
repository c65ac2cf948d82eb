#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static struct termios original;
static volatile sig_atomic_t is_remembered = 0;

void cle_terminal_remember(void) {
  if (is_remembered || tcgetattr(STDIN_FILENO, &original) != 0) return;
  is_remembered = 1;
  atexit(cle_terminal_leave);
}

// Both are used in signal handlers: tcsetattr and write may be.
void cle_terminal_restore(void) {
  cle_paste_mode(false);
  if (is_remembered) tcsetattr(STDIN_FILENO, TCSADRAIN, &original);
}

void cle_terminal_leave(void) {
  if (!is_remembered) return;
  cle_paste_mode(false);
  // Not drained: the other end may have stopped reading.
  tcsetattr(STDIN_FILENO, TCSANOW, &original);
}

void cle_terminal_quiet(void) {
  if (!is_remembered) return;
  struct termios quiet = original;
  quiet.c_lflag &= ~(tcflag_t)(ECHO | ICANON);
  quiet.c_lflag |= ISIG;
  // A key that is typed ahead does not stop what is being shown.
  quiet.c_iflag &= ~(tcflag_t)IXON;
  quiet.c_cc[VMIN] = 1;
  quiet.c_cc[VTIME] = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet);
}

bool cle_terminal_has_keys(void) {
  struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&keys, 1, 0) > 0;
}

// How the terminal is to be at the moment, for whoever comes back from a stop.
static struct termios wanted;
static volatile sig_atomic_t has_wanted = 0;

void cle_terminal_stopping(void) {
  has_wanted = tcgetattr(STDIN_FILENO, &wanted) == 0;
  cle_terminal_leave();
}

void cle_terminal_continuing(void) {
  if (has_wanted) tcsetattr(STDIN_FILENO, TCSADRAIN, &wanted);
  has_wanted = 0;
}

bool cle_terminal_size(int descriptor, int32_t *columns, int32_t *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row > 0 ? size.ws_row : 24;
  return true;
}

bool cle_locale(void) {
  // Characters only: numbers are written the same everywhere.
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  }
  return false;
}

int32_t cle_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

uint64_t cle_file_state(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) return 0;
#ifdef __APPLE__
  const struct timespec changed = status.st_mtimespec;
#else
  const struct timespec changed = status.st_mtim;
#endif
  uint64_t state = 0xcbf29ce484222325u;
  const uint64_t parts[] = {(uint64_t)status.st_size, (uint64_t)status.st_ino, (uint64_t)status.st_dev,
                            (uint64_t)changed.tv_sec, (uint64_t)changed.tv_nsec};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) state = (state ^ parts[i]) * 0x100000001b3u;
  return state | 1;
}
