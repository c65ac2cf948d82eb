#ifndef CLE_EDITOR_H
#define CLE_EDITOR_H

#include <histedit.h>
#include <stdio.h>

#include "internal.h"

/// Bytes that are read at once.
enum { CLE_CHUNK = 4096 };

struct cle_editor {
  EditLine *el;
  History *history;
  FILE *output;
  void *owner;
  cle_callbacks callbacks;
  char *prompt;
  /// Bytes that were read and not yet understood.
  unsigned char bytes[CLE_CHUNK];
  size_t begin, end;
  /// What was pasted.
  char *paste;
  size_t paste_length, paste_room;
  bool is_vi;
  /// How reading ended, which libedit does not tell apart.
  bool was_interrupted, has_ended;
};

/// What libedit calls for the next character.
int cle_read(EditLine *el, wchar_t *character);

#endif
