/*
 * A DNS server that costs as little as possible: one socket, batches of datagrams in and out, an
 * SOA answer for every name. Its serial is a hash of the name as asked, so whoever asks can check
 * the answer. It listens on all of 127.0.0.0/8 and answers from the address that was asked.
 * Prints its port when it is ready and the number of its answers when it is told to end.
 *
 * usage: responder [LOST_PER_MILLION]
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BATCH = 64, ROOM = 1500, QUERY_MAX = 600, HEADER = 12, TYPE_SOA = 6 };

static volatile sig_atomic_t ended;

static void end(int signal_number) {
    (void)signal_number;
    ended = 1;
}

static uint8_t *put16(uint8_t *at, unsigned value) {
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
    return at + 2;
}

static uint8_t *put32(uint8_t *at, uint32_t value) {
    return put16(put16(at, value >> 16), value & 0xffff);
}

static uint8_t *put(uint8_t *at, const void *octets, size_t length) {
    memcpy(at, octets, length);
    return at + length;
}

/* Where the question's name ends, its hash on the way; 0 if there is none. */
static size_t question_name(const uint8_t *query, size_t length, uint32_t *hash) {
    size_t at = HEADER;
    *hash = 2166136261u;
    while (at < length && query[at] != 0) {
        size_t next = at + 1 + query[at];
        if (query[at] > 63 || next >= length) {
            return 0;
        }
        for (; at < next; at++) {
            *hash = (*hash ^ query[at]) * 16777619u;
        }
    }
    return at + 5 <= length ? at + 1 : 0;
}

/* As in life, zones belong to operators, whose names stand in the zones' records. */
static uint8_t *put_soa(const uint8_t *message, uint8_t *at, uint32_t serial) {
    enum { RECORD_HEADER = 12, MNAME = 25, OPERATOR = 4, RNAME = 13, NUMBERS = 20 };
    unsigned operator_at = (unsigned)(at - message) + RECORD_HEADER + OPERATOR;
    uint8_t mname[] = "\003ns1\013operator-00\007example";
    mname[14] += serial >> 4 & 7;
    mname[15] += serial & 7;
    at = put16(at, 0xc000 | HEADER);
    at = put16(at, TYPE_SOA);
    at = put16(at, 1);
    at = put32(at, 3600);
    at = put16(at, MNAME + RNAME + NUMBERS);
    at = put(at, mname, MNAME);
    at = put(at, "\012hostmaster", RNAME - 2);
    at = put16(at, 0xc000 | operator_at);
    at = put32(at, serial);
    at = put32(at, 7200);
    at = put32(at, 900);
    at = put32(at, 1209600);
    return put32(at, 300);
}

/* The NSID is answered to whoever sends any option: nobody here sends another. */
static uint8_t *put_opt(uint8_t *at, int options) {
    static const uint8_t nsid[] = "\000\003\000\010bench-01";
    at = put(at, "\0\0\051", 3);
    at = put16(at, 1232);
    at = put32(at, 0);
    at = put16(at, options ? sizeof nsid - 1 : 0);
    return options ? put(at, nsid, sizeof nsid - 1) : at;
}

/* Writes the answer; its length, or 0 for what is not worth one. */
static size_t answer(const uint8_t *query, size_t length, uint8_t *reply) {
    uint32_t hash;
    if (length < HEADER || length > QUERY_MAX || (query[2] & 0x80) != 0) {
        return 0;
    }
    size_t name_end = question_name(query, length, &hash);
    if (name_end == 0) {
        return 0;
    }
    size_t question_end = name_end + 4;
    int edns = query[11] == 1 && length >= question_end + 11;
    uint8_t *at = put(reply, query, 2);
    at = put16(at, 0x8400 | (query[2] & 1) << 8);
    at = put(at, "\0\1\0\1\0\0\0", 7);
    *at++ = (uint8_t)edns;
    at = put(at, query + HEADER, question_end - HEADER);
    at = put_soa(reply, at, hash);
    if (edns) {
        at = put_opt(at, length > question_end + 11);
    }
    return (size_t)(at - reply);
}

static int open_socket(void) {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    int room = 4 << 20;
    struct sockaddr_in local = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_ANY)};
    socklen_t size = sizeof local;
    struct timeval patience = {.tv_sec = 0, .tv_usec = 200000};
    int yes = 1;
    /* Any address, but only of the loopback device: nobody outside gets an answer. */
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, "lo", sizeof "lo") != 0
            || setsockopt(fd, IPPROTO_IP, IP_PKTINFO, &yes, sizeof yes) != 0
            || bind(fd, (struct sockaddr *)&local, size) != 0) {
        perror("responder");
        exit(1);
    }
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    getsockname(fd, (struct sockaddr *)&local, &size);
    printf("%d\n", ntohs(local.sin_port));
    fflush(stdout);
    return fd;
}

static uint8_t queries[BATCH][ROOM], replies[BATCH][ROOM];
static struct sockaddr_in clients[BATCH];
static struct iovec in[BATCH], out[BATCH];
static struct mmsghdr received[BATCH], sent[BATCH];

/* Which address was asked, and so must answer. */
static union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(struct in_pktinfo))];
} addressed[BATCH];

static void answer_from_where_it_was_asked(struct msghdr *question) {
    struct cmsghdr *control = CMSG_FIRSTHDR(question);
    if (control != NULL && control->cmsg_type == IP_PKTINFO) {
        struct in_pktinfo *info = (struct in_pktinfo *)CMSG_DATA(control);
        info->ipi_spec_dst = info->ipi_addr;
    }
}

/* Whether chance, which is the same in each run, takes this answer away. */
static int lost(uint32_t per_million) {
    static uint64_t state = 0x9e3779b97f4a7c15u;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return per_million != 0 && (state >> 33) % 1000000 < per_million;
}

static int answers_to(int count, uint32_t lost_per_million) {
    int answers = 0;
    for (int i = 0; i < count; i++) {
        size_t length = answer(queries[i], received[i].msg_len, replies[answers]);
        if (length != 0 && !lost(lost_per_million)) {
            out[answers].iov_base = replies[answers];
            out[answers].iov_len = length;
            answer_from_where_it_was_asked(&received[i].msg_hdr);
            sent[answers].msg_hdr = (struct msghdr){.msg_name = &clients[i],
                    .msg_namelen = sizeof clients[i], .msg_iov = &out[answers], .msg_iovlen = 1,
                    .msg_control = &addressed[i], .msg_controllen = received[i].msg_hdr.msg_controllen};
            answers++;
        }
    }
    return answers;
}

int main(int argc, char **argv) {
    uint32_t lost_per_million = argc > 1 ? (uint32_t)atoi(argv[1]) : 0;
    uint64_t total = 0;
    int fd = open_socket();
    signal(SIGTERM, end);
    while (!ended) {
        for (int i = 0; i < BATCH; i++) {
            in[i] = (struct iovec){.iov_base = queries[i], .iov_len = ROOM};
            received[i].msg_hdr = (struct msghdr){.msg_name = &clients[i],
                    .msg_namelen = sizeof clients[i], .msg_iov = &in[i], .msg_iovlen = 1,
                    .msg_control = &addressed[i], .msg_controllen = sizeof addressed[i]};
        }
        int count = recvmmsg(fd, received, BATCH, MSG_WAITFORONE, NULL);
        int answers = count > 0 ? answers_to(count, lost_per_million) : 0;
        for (int done = 0; done < answers;) {
            int now = sendmmsg(fd, sent + done, (unsigned)(answers - done), 0);
            if (now < 0 && errno != EINTR && errno != EAGAIN) {
                break;
            }
            done += now > 0 ? now : 0;
        }
        total += (uint64_t)answers;
    }
    printf("%llu\n", (unsigned long long)total);
    return 0;
}
