// The server's end of the channel, and the clock both ends use.
#ifndef GUICHET_SANDBOX_CHANNEL_H
#define GUICHET_SANDBOX_CHANNEL_H

#include "internal.h"

/// Milliseconds of a clock that nobody sets.
int64_t sandbox_now(void);

int sandbox_send_message(int control, const void *message, size_t size);

/// -EPIPE when the parent is gone, -EPROTO on anything that is no request with two descriptors.
int sandbox_receive_request(int control, struct sandbox_request *request, int *document, int *answer);

#endif
