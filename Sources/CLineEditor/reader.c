#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#include "editor.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/// How long the rest of a key's sequence may take, and the rest of a paste, in milliseconds: a person is slower, a line is
/// not.
enum { SEQUENCE = 25, PASTE = 2000 };

static volatile sig_atomic_t paste_mode = 0;

// Used in signal handlers too.
void cle_paste_mode(bool on) {
  if (!on && !paste_mode) return;
  paste_mode = on;
  const char *words = on ? "\033[?2004h" : "\033[?2004l";
  const int descriptor = isatty(STDOUT_FILENO) ? STDOUT_FILENO : STDERR_FILENO;
  if (write(descriptor, words, strlen(words)) < 0) {
    // Nobody sees it then.
  }
}

static bool has_bytes(const cle_editor *e) { return e->begin < e->end; }

/// Waits for bytes, and reads them.
/// @return 1 where there are some, 0 at the end of input, -1 where there were none in time
static int fill(cle_editor *e, int milliseconds) {
  if (has_bytes(e)) return 1;
  struct pollfd wanted = {.fd = STDIN_FILENO, .events = POLLIN};
  for (;;) {
    const int ready = poll(&wanted, 1, milliseconds);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return -1;
    const ssize_t count = read(STDIN_FILENO, e->bytes, sizeof e->bytes);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return 0;
    e->begin = 0;
    e->end = (size_t)count;
    return 1;
  }
}

/// Whether these bytes come next, each soon after the one before; they are taken only where all of them do.
static bool takes(cle_editor *e, const char *sequence, int patience) {
  const size_t wanted = strlen(sequence);
  size_t known = e->end - e->begin;
  while (known < wanted) {
    if (known > 0 && memcmp(e->bytes + e->begin, sequence, known) != 0) return false;
    struct pollfd more = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&more, 1, patience) <= 0) return false;
    memmove(e->bytes, e->bytes + e->begin, known);
    e->begin = 0;
    e->end = known;
    const ssize_t count = read(STDIN_FILENO, e->bytes + known, sizeof e->bytes - known);
    if (count <= 0) return false;
    e->end = known + (size_t)count;
    known = e->end;
  }
  if (memcmp(e->bytes + e->begin, sequence, wanted) != 0) return false;
  e->begin += wanted;
  return true;
}

static void keep(cle_editor *e, unsigned char byte) {
  if (e->paste_length + 1 >= e->paste_room) {
    const size_t room = e->paste_room ? e->paste_room * 2 : 1024;
    char *larger = realloc(e->paste, room);
    if (!larger) return;
    e->paste = larger;
    e->paste_room = room;
  }
  e->paste[e->paste_length++] = (char)byte;
  e->paste[e->paste_length] = 0;
}

/// Everything up to the mark that ends a paste. Line breaks are of one kind, tabs are blanks, and no control characters
/// stay that would hide what is there.
static void read_paste(cle_editor *e) {
  static const char mark[] = "\033[201~";
  e->paste_length = 0;
  bool was_return = false;
  while (cle_signals_pending() == 0 && fill(e, PASTE) == 1) {
    const unsigned char byte = e->bytes[e->begin];
    if (byte == 033 && takes(e, mark, PASTE)) return;
    e->begin++;
    if (byte == '\n' && was_return) {
      was_return = false;
      continue;
    }
    was_return = byte == '\r';
    if (byte == '\r') {
      keep(e, '\n');
    } else if (byte == '\t') {
      keep(e, ' ');
    } else if (byte == '\n' || (byte >= 0x20 && byte != 0x7f)) {
      keep(e, byte);
    }
  }
}

const char *cle_take_paste(cle_editor *e, int32_t *length) {
  *length = (int32_t)e->paste_length;
  e->paste_length = 0;
  return e->paste ? e->paste : "";
}

void cle_discard_keys(cle_editor *e) {
  e->begin = e->end = 0;
  tcflush(STDIN_FILENO, TCIFLUSH);
}

/// Keys whose sequences begin with ESC. In vi's insert map ESC itself is a key and cannot begin others, so there they are
/// told by their whole sequence.
static const struct {
  const char *rest;
  wchar_t key;
} special[] = {
    {"[A", CLE_KEY_UP},           {"OA", CLE_KEY_UP},           {"[B", CLE_KEY_DOWN},      {"OB", CLE_KEY_DOWN},
    {"[C", CLE_KEY_RIGHT},        {"OC", CLE_KEY_RIGHT},        {"[D", CLE_KEY_LEFT},      {"OD", CLE_KEY_LEFT},
    {"[H", CLE_KEY_HOME},         {"OH", CLE_KEY_HOME},         {"[1~", CLE_KEY_HOME},     {"[F", CLE_KEY_END},
    {"OF", CLE_KEY_END},          {"[4~", CLE_KEY_END},         {"[3~", CLE_KEY_DELETE},   {"[1;5C", CLE_KEY_WORD_RIGHT},
    {"[1;5D", CLE_KEY_WORD_LEFT}, {"[1;3C", CLE_KEY_WORD_RIGHT}, {"[1;3D", CLE_KEY_WORD_LEFT},
};

/// A character of UTF-8, whose first byte is taken.
static wchar_t decode(cle_editor *e, unsigned char first) {
  if (first < 0x80) return first;
  const int more = first >= 0xf0 && first < 0xf8 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
  if (more == 0 || first >= 0xf8) return 0xfffd;
  uint32_t scalar = first & (0x3f >> more);
  for (int i = 0; i < more; i++) {
    if (fill(e, SEQUENCE) != 1 || (e->bytes[e->begin] & 0xc0) != 0x80) return 0xfffd;
    scalar = scalar << 6 | (e->bytes[e->begin++] & 0x3f);
  }
  static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  const bool is_scalar = scalar >= least[more] && scalar < 0x110000 && !(scalar >= 0xd800 && scalar < 0xe000);
  // Control characters of the second kind are keys of ours.
  return is_scalar && scalar >= 0xa0 ? (wchar_t)scalar : 0xfffd;
}

static wchar_t next(cle_editor *e) {
  const unsigned char byte = e->bytes[e->begin++];
  // libedit's texts end at a nought: one inside would be read past its end.
  if (byte == 0) return CLE_KEY_NONE;
  if (byte != 033) return decode(e, byte);
  if (takes(e, "[200~", SEQUENCE)) {
    read_paste(e);
    return CLE_KEY_PASTE;
  }
  if (e->is_vi) {
    for (size_t i = 0; i < sizeof special / sizeof *special; i++) {
      // Where nothing follows, the first question has waited long enough for all.
      if (i > 0 && !has_bytes(e)) break;
      if (takes(e, special[i].rest, SEQUENCE)) return special[i].key;
    }
  }
  return 033;
}

int cle_read(EditLine *el, wchar_t *character) {
  void *data = NULL;
  el_get(el, EL_CLIENTDATA, &data);
  cle_editor *e = data;
  const bool is_editing = cle_is_editing(e);
  bool was_idle = false;
  for (;;) {
    if (!has_bytes(e)) {
      struct pollfd wanted[2] = {
          {.fd = STDIN_FILENO, .events = POLLIN},
          {.fd = cle_signals_descriptor(), .events = POLLIN},
      };
      int ready = poll(wanted, 2, 0);
      if (ready == 0) {
        if (is_editing && !was_idle) {
          was_idle = true;
          e->callbacks.idle(e->owner);
        }
        ready = poll(wanted, 2, -1);
      }
      if (ready < 0 && errno != EINTR) {
        e->has_ended = true;
        return 0;
      }
      const cle_events events = cle_signals_take();
      if (events.interrupted) {
        cle_discard_keys(e);
        if (was_idle) e->callbacks.busy(e->owner);
        if (is_editing) {
          *character = 3;
          return 1;
        }
        e->was_interrupted = true;
        errno = EINTR;
        return -1;
      }
      if (is_editing && (events.resized || events.continued)) {
        if (events.continued) {
          // Whatever the shell has made of the terminal meanwhile.
          el_set(el, EL_PREP_TERM, 0);
          el_set(el, EL_PREP_TERM, 1);
          paste_mode = 0;
          cle_paste_mode(cle_can_paint(e));
        }
        e->callbacks.redraw(e->owner, !events.continued);
        was_idle = false;
        continue;
      }
      if (ready < 0 || !(wanted[0].revents & (POLLIN | POLLHUP | POLLERR))) continue;
    }
    if (fill(e, -1) <= 0) {
      e->has_ended = true;
      return 0;
    }
    if (was_idle) e->callbacks.busy(e->owner);
    *character = next(e);
    return 1;
  }
}
