/* Makes one operation on files fail, or kill the process: the n-th below a folder.

   To be loaded before the C library (LD_PRELOAD), so that whatever Python, SQLite or any
   other library asks of the system passes through here. Nothing fails until
   `faults_begin` is called in a process. Linux with glibc only. */

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Kinds of operations; PARTS are those that may be done by half. */
enum { READS = 1, OPENS = 2, WRITES = 4, CLOSES = 8, CHANGES = 16, PARTS = 32, REMOVES = 64 };
/* What happens instead: an error, a half, death, a half and then death; or before it:
   a signal, of which the code is the number. */
enum { FAIL, CUT, KILL, TEAR, INTERRUPT };
enum { MOST_FILES = 4096 };

static char folder[PATH_MAX];
static size_t folder_length;
static int at, how, code, kinds, on_and_on;
static int *count; /* given, and shared with processes that are forked later */
static int report = -1;
static char ours[MOST_FILES]; /* open files that are below the folder */

int faults_begin(const char *below, int number, int what, int error, int which,
                 int lasting, int told_to, int *counter)
{
    if (strlen(below) >= sizeof folder)
        return -1;
    strcpy(folder, below);
    folder_length = strlen(below);
    at = number, how = what, code = error, kinds = which, on_and_on = lasting;
    report = told_to, count = counter;
    memset(ours, 0, sizeof ours);
    return 0;
}

static int is_below(const char *path)
{
    return count && path && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

static int is_ours(int file) { return count && file >= 0 && file < MOST_FILES && ours[file]; }

static int is_below_at(int place, const char *path)
{
    return is_below(path) || (count && path && *path != '/' && is_ours(place));
}

static void opened(int file, int below)
{
    if (count && file >= 0 && file < MOST_FILES)
        ours[file] = below;
}

static void die(void) { syscall(SYS_kill, getpid(), SIGKILL); }

/* Whether this operation is the one, or one after it where it goes on and on. */
static int meant(int kind, const char *name, const char *path)
{
    if (!(kinds & kind))
        return 0;
    int number = __atomic_add_fetch(count, 1, __ATOMIC_SEQ_CST);
    if (number != at && !(on_and_on && at && number > at))
        return 0;
    if (number == at) {
        dprintf(report, "%s %s\n", name, path ? path : "");
        if (how == KILL)
            die();
        if (how == INTERRUPT) {
            syscall(SYS_kill, getpid(), code);
            return 0;
        }
    }
    errno = code;
    return 1;
}

static const char *name_of(int file)
{
    static __thread char name[PATH_MAX];
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, name, sizeof name - 1);
    name[length < 0 ? 0 : length] = 0;
    return name;
}

/* The path of what is named in a folder that is open. */
static const char *path_in(int place, const char *path)
{
    static __thread char whole[2 * PATH_MAX];
    if (*path == '/')
        return path;
    snprintf(whole, sizeof whole, "%s/%s", name_of(place), path);
    return whole;
}

#define REAL(type, name) static __typeof__(type) real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

/* --- by path ------------------------------------------------------------------------ */

static int opening(int flags) { return OPENS | (flags & O_CREAT ? CHANGES : READS); }

#define OPEN(name) \
int name(const char *path, int flags, ...) \
{ \
    REAL(int (*)(const char *, int, ...), #name); \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    int below = is_below(path); \
    if (below && meant(opening(flags), "open", path)) return -1; \
    int file = real(path, flags, mode); \
    opened(file, below); \
    return file; \
}
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
int name(int place, const char *path, int flags, ...) \
{ \
    REAL(int (*)(int, const char *, int, ...), #name); \
    va_list rest; va_start(rest, flags); int mode = va_arg(rest, int); va_end(rest); \
    int below = is_below_at(place, path); \
    if (below && meant(opening(flags), "open", path_in(place, path))) return -1; \
    int file = real(place, path, flags, mode); \
    opened(file, below); \
    return file; \
}
OPENAT(openat)
OPENAT(openat64)

#define BY_PATH(kind, name, given, passed) \
int name given \
{ \
    REAL(int (*) given, #name); \
    if (is_below(path) && meant(kind, #name, path)) return -1; \
    return real passed; \
}
BY_PATH(READS, stat, (const char *path, struct stat *told), (path, told))
BY_PATH(READS, lstat, (const char *path, struct stat *told), (path, told))
BY_PATH(READS, stat64, (const char *path, struct stat64 *told), (path, told))
BY_PATH(READS, lstat64, (const char *path, struct stat64 *told), (path, told))
BY_PATH(READS, access, (const char *path, int mode), (path, mode))
BY_PATH(CHANGES, mkdir, (const char *path, mode_t mode), (path, mode))
BY_PATH(REMOVES, rmdir, (const char *path), (path))
BY_PATH(REMOVES, unlink, (const char *path), (path))
BY_PATH(CHANGES, chmod, (const char *path, mode_t mode), (path, mode))
BY_PATH(CHANGES, truncate64, (const char *path, off64_t size), (path, size))
BY_PATH(CHANGES, rename, (const char *path, const char *to), (path, to))
BY_PATH(CHANGES, link, (const char *path, const char *to), (path, to))
BY_PATH(CHANGES, symlink, (const char *to, const char *path), (to, path))

#define BY_PATH_AT(kind, name, given, passed) \
int name given \
{ \
    REAL(int (*) given, #name); \
    if (is_below_at(place, path) && meant(kind, #name, path_in(place, path))) \
        return -1; \
    return real passed; \
}
BY_PATH_AT(READS, fstatat, (int place, const char *path, struct stat *told, int flags),
           (place, path, told, flags))
BY_PATH_AT(READS, fstatat64, (int place, const char *path, struct stat64 *told, int flags),
           (place, path, told, flags))
BY_PATH_AT(READS, faccessat, (int place, const char *path, int mode, int flags),
           (place, path, mode, flags))
BY_PATH_AT(CHANGES, mkdirat, (int place, const char *path, mode_t mode), (place, path, mode))
BY_PATH_AT(REMOVES, unlinkat, (int place, const char *path, int flags), (place, path, flags))
BY_PATH_AT(CHANGES, fchmodat, (int place, const char *path, mode_t mode, int flags),
           (place, path, mode, flags))
BY_PATH_AT(CHANGES, utimensat,
           (int place, const char *path, const struct timespec times[2], int flags),
           (place, path, times, flags))
BY_PATH_AT(CHANGES, renameat, (int place, const char *path, int there, const char *to),
           (place, path, there, to))
BY_PATH_AT(CHANGES, renameat2,
           (int place, const char *path, int there, const char *to, unsigned flags),
           (place, path, there, to, flags))
BY_PATH_AT(CHANGES, linkat,
           (int place, const char *path, int there, const char *to, int flags),
           (place, path, there, to, flags))
BY_PATH_AT(CHANGES, symlinkat, (const char *to, int place, const char *path),
           (to, place, path))

ssize_t readlink(const char *path, char *to, size_t size)
{
    REAL(ssize_t (*)(const char *, char *, size_t), "readlink");
    if (is_below(path) && meant(READS, "readlink", path)) return -1;
    return real(path, to, size);
}

DIR *opendir(const char *path)
{
    REAL(DIR *(*)(const char *), "opendir");
    int below = is_below(path);
    if (below && meant(OPENS | READS, "opendir", path)) return NULL;
    DIR *found = real(path);
    if (found) opened(dirfd(found), below);
    return found;
}

/* --- of open files ------------------------------------------------------------------ */

#define OF_FILE(kind, name, given, passed) \
int name given \
{ \
    REAL(int (*) given, #name); \
    if (is_ours(file) && meant(kind, #name, name_of(file))) return -1; \
    return real passed; \
}
OF_FILE(READS, fstat, (int file, struct stat *told), (file, told))
OF_FILE(READS, fstat64, (int file, struct stat64 *told), (file, told))
OF_FILE(WRITES, fsync, (int file), (file))
OF_FILE(WRITES, fdatasync, (int file), (file))
OF_FILE(WRITES, ftruncate64, (int file, off64_t size), (file, size))
OF_FILE(CHANGES, fchmod, (int file, mode_t mode), (file, mode))
OF_FILE(CHANGES, futimens, (int file, const struct timespec times[2]), (file, times))
OF_FILE(READS, flock, (int file, int what), (file, what))

struct dirent64 *readdir64(DIR *entries)
{
    REAL(struct dirent64 *(*)(DIR *), "readdir64");
    int file = dirfd(entries);
    if (is_ours(file) && meant(READS, "readdir", name_of(file))) return NULL;
    return real(entries);
}

#define PART(kind, name, data, given, passed) \
ssize_t name given \
{ \
    REAL(ssize_t (*) given, #name); \
    if (is_ours(file) && meant(kind | PARTS, #name, name_of(file))) { \
        if (how == FAIL) return -1; \
        size = (size + 1) / 2; \
        ssize_t done = real passed; \
        if (how == TEAR) die(); \
        return done; \
    } \
    return real passed; \
}
PART(READS, read, void *, (int file, void *data, size_t size), (file, data, size))
PART(WRITES, write, const void *, (int file, const void *data, size_t size),
     (file, data, size))
PART(READS, pread64, void *, (int file, void *data, size_t size, off64_t from),
     (file, data, size, from))
PART(WRITES, pwrite64, const void *,
     (int file, const void *data, size_t size, off64_t from), (file, data, size, from))

int close(int file)
{
    REAL(int (*)(int), "close");
    int below = is_ours(file);
    /* After reading only, it is a failure to read. */
    int reads = below && (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDONLY;
    int fails = below && meant(CLOSES, reads ? "read" : "close", name_of(file));
    if (below) ours[file] = 0;
    int failed = real(file);
    if (!fails) return failed;
    errno = code;
    return -1;
}
