#ifndef CLE_INTERNAL_H
#define CLE_INTERNAL_H

#include "CLineEditor.h"

#include <signal.h>

/// Asks the terminal to mark what is pasted, or no more.
void cle_paste_mode(bool on);
/// The terminal as it was before a stop of the process, and as it was during it.
void cle_terminal_stopping(void);
void cle_terminal_continuing(void);

/// Readable where a signal has arrived.
int cle_signals_descriptor(void);

/// What has happened since it was last asked.
typedef struct {
  bool interrupted, resized, continued;
} cle_events;
cle_events cle_signals_take(void);

#endif
