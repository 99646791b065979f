// Messages between the trusted side and the server, with descriptors travelling beside a request.
#define _GNU_SOURCE
#include "channel.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int64_t sandbox_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int sandbox_socket_pair(int ends[2]) {
  return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) == 0 ? 0 : -errno;
}

/// Room for the two descriptors of a request, aligned as the kernel wants it.
union descriptors {
  struct cmsghdr header;
  char bytes[CMSG_SPACE(2 * sizeof(int))];
};

int sandbox_send_message(int control, const void *message, size_t size) {
  ssize_t sent;
  do sent = send(control, message, size, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  if (sent == (ssize_t)size) return 0;
  return sent < 0 ? -errno : -EMSGSIZE;
}

int sandbox_send(int control, const struct sandbox_request *request, int document, int answer) {
  union descriptors travelling;
  memset(&travelling, 0, sizeof travelling);
  struct iovec part = {.iov_base = (void *)request, .iov_len = sizeof *request};
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = travelling.bytes, .msg_controllen = sizeof travelling.bytes};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(2 * sizeof(int));
  const int both[2] = {document, answer};
  memcpy(CMSG_DATA(header), both, sizeof both);
  ssize_t sent;
  do sent = sendmsg(control, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  if (sent == (ssize_t)sizeof *request) return 0;
  if (sent < 0) return errno == ECONNRESET ? -EPIPE : -errno;
  return -EMSGSIZE;
}

int sandbox_receive_request(int control, struct sandbox_request *request, int *document, int *answer) {
  union descriptors travelling;
  struct iovec part = {.iov_base = request, .iov_len = sizeof *request};
  struct msghdr message = {
    .msg_iov = &part, .msg_iovlen = 1, .msg_control = travelling.bytes, .msg_controllen = sizeof travelling.bytes};
  // Waiting apart from receiving: a server that is killed while it waits must not take a request with it, so that the
  // other side can tell a document never seen (ECONNRESET) from one that was in hand.
  struct pollfd waiting = {.fd = control, .events = POLLIN};
  while (poll(&waiting, 1, -1) < 0) {
    if (errno != EINTR) return -errno;
  }
  ssize_t got;
  do got = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  if (got == 0 || (got < 0 && errno == ECONNRESET)) return -EPIPE;
  if (got < 0) return -errno;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  bool complete = got == (ssize_t)sizeof *request && request->version == SANDBOX_VERSION && header
                  && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS
                  && header->cmsg_len == CMSG_LEN(2 * sizeof(int)) && !(message.msg_flags & (MSG_TRUNC | MSG_CTRUNC));
  // Descriptors of a malformed request may leak: the server ends on it.
  if (!complete) return -EPROTO;
  int both[2];
  memcpy(both, CMSG_DATA(header), sizeof both);
  *document = both[0];
  *answer = both[1];
  return 0;
}

int sandbox_receive(int control, void *message, size_t size, int64_t timeout_milliseconds) {
  int64_t end = sandbox_now() + timeout_milliseconds;
  for (;;) {
    int64_t left = end - sandbox_now();
    struct pollfd waiting = {.fd = control, .events = POLLIN};
    int ready = poll(&waiting, 1, left > 0 ? (int)(left < 3600000 ? left : 3600000) : 0);
    if (ready < 0 && errno != EINTR) return -errno;
    if (ready > 0) break;
    if (ready == 0 && sandbox_now() >= end) return -ETIMEDOUT;
  }
  ssize_t got;
  // MSG_TRUNC makes the true length known; descriptors sent along are not asked for and are closed by the kernel.
  do got = recv(control, message, size, MSG_TRUNC);
  while (got < 0 && errno == EINTR);
  if (got == 0) return -EPIPE;
  // The kernel says ECONNRESET when the other end closed with our message unread.
  if (got < 0) return -errno;
  return got == (ssize_t)size ? 0 : -EPROTO;
}
