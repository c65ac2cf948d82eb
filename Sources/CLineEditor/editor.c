#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#include "editor.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Static_assert(CLE_DONE == CC_NORM && CLE_END_OF_FILE == CC_EOF, "the codes of libedit");
_Static_assert(CLE_GOES_ON == CC_ARGHACK, "the codes of libedit");
_Static_assert(CLE_REFRESH == CC_REFRESH && CLE_BEEP == CC_ERROR, "the codes of libedit");

static cle_editor *editor_of(EditLine *el) {
  void *data = NULL;
  el_get(el, EL_CLIENTDATA, &data);
  return data;
}

static char *prompt_of(EditLine *el) { return editor_of(el)->prompt; }

// libedit hands no data to a key's function: so there is one for each number.
static unsigned char call(EditLine *el, int32_t function) {
  cle_editor *editor = editor_of(el);
  return (unsigned char)editor->callbacks.key(editor->owner, function);
}

#define KEY(n) static unsigned char key_##n(EditLine *el, int c) { (void)c; return call(el, n); }
KEY(0) KEY(1) KEY(2) KEY(3) KEY(4) KEY(5) KEY(6) KEY(7) KEY(8) KEY(9) KEY(10) KEY(11)
KEY(12) KEY(13) KEY(14) KEY(15)
#undef KEY

typedef unsigned char (*key_function)(EditLine *, int);
static const key_function key_functions[] = {key_0,  key_1,  key_2,  key_3,  key_4,  key_5,  key_6,  key_7,
                                             key_8,  key_9,  key_10, key_11, key_12, key_13, key_14, key_15};

cle_editor *cle_open(const char *program, bool to_error, void *owner, cle_callbacks callbacks) {
  cle_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->owner = owner;
  editor->callbacks = callbacks;
  editor->prompt = strdup("> ");
  // A stream of its own: that of standard error writes every character by itself.
  const int descriptor = fcntl(to_error ? STDERR_FILENO : STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  editor->output = descriptor >= 0 ? fdopen(descriptor, "w") : NULL;
  editor->history = history_init();
  if (!editor->prompt || !editor->output || !editor->history) {
    cle_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, 20000);
  editor->el = el_init(program, stdin, editor->output, stderr);
  if (!editor->el) {
    cle_close(editor);
    return NULL;
  }
  el_set(editor->el, EL_CLIENTDATA, editor);
  el_set(editor->el, EL_PROMPT_ESC, prompt_of, '\1');
  el_set(editor->el, EL_HIST, history, editor->history);
  el_set(editor->el, EL_SIGNAL, 0);
  // This libedit loses text of wrapped lines where it lets the terminal insert and delete.
  static const char *const capabilities[] = {"ic", "IC", "im", "ei", "dc", "DC", "dm", "ed"};
  for (size_t i = 0; i < sizeof capabilities / sizeof *capabilities; i++) {
    el_set(editor->el, EL_SETTC, capabilities[i], "", NULL);
  }
  el_set(editor->el, EL_GETCFN, cle_read);
  return editor;
}

void cle_close(cle_editor *editor) {
  if (!editor) return;
  if (editor->el) el_end(editor->el);
  if (editor->history) history_end(editor->history);
  if (editor->output) fclose(editor->output);
  free(editor->prompt);
  free(editor->paste);
  free(editor);
}

void cle_set_prompt(cle_editor *editor, const char *prompt) {
  char *copy = strdup(prompt);
  if (!copy) return;
  free(editor->prompt);
  editor->prompt = copy;
}

void cle_set_keys(cle_editor *editor, const char *map) { el_set(editor->el, EL_EDITOR, map); }

bool cle_is_vi(cle_editor *editor) {
  const char *map = NULL;
  editor->is_vi = el_get(editor->el, EL_EDITOR, &map) == 0 && map && strcmp(map, "vi") == 0;
  return editor->is_vi;
}

bool cle_is_editing(cle_editor *editor) {
  int mode = 1;
  return el_get(editor->el, EL_EDITMODE, &mode) != 0 || mode != 0;
}

void cle_add(cle_editor *editor, int32_t function, const char *name, const char *help) {
  if (function < 0 || (size_t)function >= sizeof key_functions / sizeof *key_functions) abort();
  el_set(editor->el, EL_ADDFN, name, help, key_functions[function]);
}

void cle_bind(cle_editor *editor, const char *key, const char *name, bool alternative) {
  if (alternative) {
    el_set(editor->el, EL_BIND, "-a", key, name, NULL);
  } else {
    el_set(editor->el, EL_BIND, key, name, NULL);
  }
}

void cle_read_settings(cle_editor *editor) { el_source(editor->el, NULL); }

bool cle_can_paint(cle_editor *editor) {
  char *up = NULL;
  return el_get(editor->el, EL_GETTC, "up", &up) == 0 && up && *up;
}

const char *cle_line(cle_editor *editor, int32_t *length) {
  // libedit shows the prompt first and takes the terminal over then: keys between the two would be shown twice, or taken
  // for something else, were the terminal not quiet meanwhile. Where editing is off the terminal itself is the editor.
  if (!cle_is_editing(editor)) cle_terminal_restore();
  cle_paste_mode(cle_is_editing(editor) && cle_can_paint(editor));
  int count = 0;
  editor->was_interrupted = editor->has_ended = false;
  const char *line = el_gets(editor->el, &count);
  // Pastes stay marked: what is pasted while a statement works is not run by itself either.
  cle_terminal_quiet();
  if (!line || count <= 0) {
    *length = editor->was_interrupted && !editor->has_ended ? -2 : -1;
    return NULL;
  }
  *length = count - (line[count - 1] == '\n' ? 1 : 0);
  return line;
}

int32_t cle_text(cle_editor *editor, const char **text, int32_t *length) {
  const LineInfoW *line = el_wline(editor->el);
  // Some of libedit's vi commands leave the cursor outside the line; a move within it puts it right.
  if (line->cursor > line->lastchar) el_cursor(editor->el, 1);
  if (line->cursor < line->buffer) el_cursor(editor->el, -1);
  const LineInfo *info = el_line(editor->el);
  *text = info->buffer;
  *length = (int32_t)(info->lastchar - info->buffer);
  return (int32_t)(info->cursor - info->buffer);
}

void cle_insert(cle_editor *editor, const char *text) { el_insertstr(editor->el, text); }
void cle_delete(cle_editor *editor, int32_t characters) { el_deletestr(editor->el, characters); }
void cle_move(cle_editor *editor, int32_t characters) { el_cursor(editor->el, characters); }
void cle_push(cle_editor *editor, const char *keys) { el_push(editor->el, keys); }
void cle_resize(cle_editor *editor) { el_resize(editor->el); }
void cle_refresh(cle_editor *editor) { el_set(editor->el, EL_REFRESH); }

void cle_history_add(cle_editor *editor, const char *line) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, line);
}

void cle_history_clear(cle_editor *editor) {
  HistEvent event;
  history(editor->history, &event, H_CLEAR);
}
