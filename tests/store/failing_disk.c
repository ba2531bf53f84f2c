/* A disk that fails: loaded before the C library, it lets the n-th call on files that are written, and all after
   it, end with an error. Python and SQLite reach the system through these calls alone. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long countdown = 0;
static int error = 0;
static long calls = 0;

/* From the n-th call on (0: never) everything fails with that error; counting begins anew. */
void fail_from(long n, int with) { countdown = n; error = with; calls = 0; }
long calls_made(void) { return calls; }

static int fails(void) {
    calls++;
    if (countdown == 0 || calls < countdown) return 0;
    errno = error;
    return 1;
}

/* Terminals and pipes are not on the disk. */
static int is_file(int handle) {
    struct stat found;
    return fstat(handle, &found) == 0 && S_ISREG(found.st_mode);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int handle, const void *bytes, size_t count) {
    if (!is_file(handle)) return REAL(write)(handle, bytes, count);
    /* A disk that fails takes a part first. */
    if (fails()) { if (count > 1) { REAL(write)(handle, bytes, count / 2); } errno = error; return -1; }
    return REAL(write)(handle, bytes, count);
}

int fsync(int handle) { return fails() ? -1 : REAL(fsync)(handle); }
int rename(const char *from, const char *to) { return fails() ? -1 : REAL(rename)(from, to); }
int link(const char *from, const char *to) { return fails() ? -1 : REAL(link)(from, to); }
int mkdir(const char *path, mode_t mode) { return fails() ? -1 : REAL(mkdir)(path, mode); }
