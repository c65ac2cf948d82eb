// What Swift cannot call or must not do by itself: the variadic functions of libedit, reading keys while signals arrive,
// the signals themselves, and the modes of the terminal. Everything here is thin; what keys mean is decided in Swift.
#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: signals (signals.c)

// What a signal does that asks for an end. A handler may only read this number.
enum {
  /// SIGINT and SIGTERM end the process.
  CLE_AT_ONCE = 0,
  /// SIGINT is kept for whoever asks; SIGTERM and SIGHUP end the process.
  CLE_INTERRUPT_WAITS = 1,
  /// All are kept.
  CLE_BOTH_WAIT = 2,
};

/// Installs the handlers; to be called once, before threads are started.
void cle_signals_listen(void);
/// @param phase one of the three above
void cle_signals_set_phase(int32_t phase);
int32_t cle_signals_phase(void);
/// The signal that waits; 0 for none.
int32_t cle_signals_pending(void);
void cle_signals_settle(void);
/// From now on the process converses at a terminal: it can be stopped and continued, and leaves the terminal as it was
/// however it ends.
void cle_signals_converse(void);

// MARK: the terminal (terminal.c)

/// Remembers how the terminal of standard input is, and puts that back at the end of the process.
void cle_terminal_remember(void);
/// As it was remembered.
void cle_terminal_restore(void);
/// Keys are kept unread and unseen; those that send signals still do.
void cle_terminal_quiet(void);
/// Whether keys have been typed that nobody has read.
bool cle_terminal_has_keys(void);
/// What a signal handler does before the end of the process.
void cle_terminal_leave(void);
/// Columns and rows of the terminal; false where there is none.
bool cle_terminal_size(int descriptor, int32_t *columns, int32_t *rows);
/// Makes characters UTF-8 where the locale allows; false where it does not.
bool cle_locale(void);
/// Columns of a character, as libedit counts them; negative where it cannot be shown.
int32_t cle_width(uint32_t scalar);
/// What a file says of itself: its size, its inode and when it was changed, as one number; 0 where there is none.
uint64_t cle_file_state(const char *path);

// MARK: the editor (editor.c, reader.c)

/// What a key's function tells the editor; after the third, what is read next belongs to the same command.
enum { CLE_DONE = 0, CLE_END_OF_FILE = 2, CLE_GOES_ON = 3, CLE_REFRESH = 4, CLE_BEEP = 6 };

typedef struct cle_editor cle_editor;

/// What Swift does for the editor.
typedef struct {
  /// A key's function. @return one of those above
  int32_t (*key)(void *owner, int32_t function);
  /// Nothing more is to be read at the moment: time to paint.
  void (*idle)(void *owner);
  /// A key has come behind ``idle``.
  void (*busy)(void *owner);
  /// The window has another size, or was somewhere else: the input must be drawn anew.
  void (*redraw)(void *owner, bool resized);
} cle_callbacks;

/// @param program by whose name lines of ~/.editrc are meant
/// @param to_error whether the prompt goes to standard error
cle_editor *cle_open(const char *program, bool to_error, void *owner, cle_callbacks callbacks);
void cle_close(cle_editor *editor);
/// The prompt; what stands between two characters 1 has no width.
void cle_set_prompt(cle_editor *editor, const char *prompt);
/// "emacs" or "vi".
void cle_set_keys(cle_editor *editor, const char *map);
bool cle_is_vi(cle_editor *editor);
/// Whether ~/.editrc has switched editing off.
bool cle_is_editing(cle_editor *editor);
/// Whether the terminal is known to move its cursor.
bool cle_can_paint(cle_editor *editor);
/// Gives a number to a function of Swift, and a name by which keys are bound to it.
void cle_add(cle_editor *editor, int32_t function, const char *name, const char *help);
/// @param alternative whether in vi's command map
void cle_bind(cle_editor *editor, const char *key, const char *name, bool alternative);
/// Reads ~/.editrc, or what EDITRC names.
void cle_read_settings(cle_editor *editor);

/// A line, without its end; nil at the end of input (length -1) or where it was interrupted (-2).
const char *cle_line(cle_editor *editor, int32_t *length);
/// What has been typed so far. @return bytes before the cursor
int32_t cle_text(cle_editor *editor, const char **text, int32_t *length);
void cle_insert(cle_editor *editor, const char *text);
/// Takes characters before the cursor away.
void cle_delete(cle_editor *editor, int32_t characters);
/// Moves the cursor by characters.
void cle_move(cle_editor *editor, int32_t characters);
/// What is read next.
void cle_push(cle_editor *editor, const char *keys);
/// The terminal is as wide as it is now.
void cle_resize(cle_editor *editor);
/// Draws the prompt and the input, from where the cursor is on an empty row.
void cle_refresh(cle_editor *editor);
/// Forgets what was typed ahead.
void cle_discard_keys(cle_editor *editor);
/// What was pasted last, until it is asked for again.
const char *cle_take_paste(cle_editor *editor, int32_t *length);
void cle_history_add(cle_editor *editor, const char *line);
void cle_history_clear(cle_editor *editor);

/// The keys that functions are bound to besides those that a keyboard sends: never typed, because they are control
/// characters of the second kind (U+0080 and on).
enum {
  CLE_KEY_UP = 0x80, CLE_KEY_DOWN, CLE_KEY_RIGHT, CLE_KEY_LEFT, CLE_KEY_HOME, CLE_KEY_END, CLE_KEY_DELETE,
  CLE_KEY_WORD_RIGHT, CLE_KEY_WORD_LEFT, CLE_KEY_PASTE, CLE_KEY_ACCEPT, CLE_KEY_LINE_END, CLE_KEY_NONE,
};

#endif
