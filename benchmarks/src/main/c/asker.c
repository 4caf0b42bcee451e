/*
 * Asks servers as fast as they answer, so many questions at a time, with as little as possible
 * between them. Every answer must come from the address that was asked, to a question of ours, and
 * hold at least one record.
 *
 * usage: asker FILE PORT COUNT WINDOW
 * FILE: for each question four octets of address, two of length (big-endian), and the message.
 * Prints: answered, wrong, asked.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BATCH = 64, ROOM = 1500, IDS = 65536, SILENT_ROUNDS_MAX = 20 };

static uint8_t *questions;
static size_t *at;
static size_t question_count;
static uint32_t asked_of[IDS];
static uint8_t waiting[IDS];

static uint8_t out_octets[BATCH][ROOM], in_octets[BATCH][ROOM];
static struct sockaddr_in to[BATCH], from[BATCH];
static struct iovec out[BATCH], in[BATCH];
static struct mmsghdr sent[BATCH], received[BATCH];

static void read_questions(const char *path) {
    FILE *file = fopen(path, "rb");
    long size;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) <= 0) {
        perror(path);
        exit(1);
    }
    rewind(file);
    questions = malloc((size_t)size);
    at = malloc((size_t)size / 6 * sizeof *at);
    if (questions == NULL || at == NULL || fread(questions, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    for (size_t i = 0; i < (size_t)size; i += 6u + (size_t)(questions[i + 4] << 8 | questions[i + 5])) {
        at[question_count++] = i;
    }
}

static size_t put_question(int slot, uint64_t number, unsigned port) {
    const uint8_t *question = questions + at[number % question_count];
    size_t length = (size_t)(question[4] << 8 | question[5]);
    unsigned id = (unsigned)(number % IDS);
    to[slot].sin_family = AF_INET;
    to[slot].sin_port = htons((uint16_t)port);
    memcpy(&to[slot].sin_addr, question, 4);
    memcpy(out_octets[slot], question + 6, length);
    out_octets[slot][0] = (uint8_t)(id >> 8);
    out_octets[slot][1] = (uint8_t)id;
    asked_of[id] = to[slot].sin_addr.s_addr;
    waiting[id] = 1;
    return length;
}

static int ask(int fd, uint64_t first, int count, unsigned port) {
    for (int i = 0; i < count; i++) {
        out[i].iov_base = out_octets[i];
        out[i].iov_len = put_question(i, first + (uint64_t)i, port);
        sent[i].msg_hdr = (struct msghdr){.msg_name = &to[i], .msg_namelen = sizeof to[i],
                .msg_iov = &out[i], .msg_iovlen = 1};
    }
    for (int done = 0; done < count;) {
        int now = sendmmsg(fd, sent + done, (unsigned)(count - done), 0);
        if (now < 0 && errno != EINTR && errno != EAGAIN) {
            perror("asker");
            exit(1);
        }
        done += now > 0 ? now : 0;
    }
    return count;
}

static int is_right(int slot) {
    const uint8_t *reply = in_octets[slot];
    unsigned id = (unsigned)(reply[0] << 8 | reply[1]);
    int right = received[slot].msg_len > 12 && (reply[2] & 0x80) != 0 && (reply[3] & 0xf) == 0
            && (reply[6] | reply[7]) != 0 && waiting[id] && asked_of[id] == from[slot].sin_addr.s_addr;
    waiting[id] = 0;
    return right;
}

int main(int argc, char **argv) {
    struct timeval patience = {.tv_sec = 0, .tv_usec = 250000};
    int room = 4 << 20, silent = 0;
    if (argc != 5) {
        return 2;
    }
    read_questions(argv[1]);
    unsigned port = (unsigned)atoi(argv[2]);
    uint64_t count = strtoull(argv[3], NULL, 10), window = strtoull(argv[4], NULL, 10);
    uint64_t asked = 0, answered = 0, wrong = 0, open = 0;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    while (answered + wrong < count && silent < SILENT_ROUNDS_MAX) {
        while (open < window && asked < 2 * count) {
            int now = ask(fd, asked, window - open < BATCH ? (int)(window - open) : BATCH, port);
            asked += (uint64_t)now;
            open += (uint64_t)now;
        }
        for (int i = 0; i < BATCH; i++) {
            in[i] = (struct iovec){.iov_base = in_octets[i], .iov_len = ROOM};
            received[i].msg_hdr = (struct msghdr){.msg_name = &from[i], .msg_namelen = sizeof from[i],
                    .msg_iov = &in[i], .msg_iovlen = 1};
        }
        int got = recvmmsg(fd, received, BATCH, MSG_WAITFORONE, NULL);
        silent = got > 0 ? 0 : silent + 1;
        if (got <= 0) {
            open = 0; /* what was lost is not waited for any longer */
        }
        for (int i = 0; i < got; i++) {
            uint64_t right = (uint64_t)is_right(i);
            answered += right;
            wrong += 1 - right;
            open -= open > 0;
        }
    }
    printf("%llu %llu %llu\n", (unsigned long long)answered, (unsigned long long)wrong, (unsigned long long)asked);
    return 0;
}
