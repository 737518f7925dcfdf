/*
 * Locks of the C library, measured as the benchmarks beside them are.
 *
 * usage: locks mutex|spin OUTSIDE THREADS INSIDE MILLISECONDS WARMUPS ITERATIONS
 *
 * Each thread works OUTSIDE units, locks, works INSIDE units, increments, unlocks. A unit is what JMH's
 * Blackhole.consumeCPU takes for one. Prints the increments of all threads in a microsecond, a line for each iteration.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 64, MAX_THREADS = 64 };

static pthread_mutex_t mutex __attribute__((aligned(64))) = PTHREAD_MUTEX_INITIALIZER;
static pthread_spinlock_t spin __attribute__((aligned(64)));
static uint64_t counter __attribute__((aligned(64)));
static int spinning, outside, inside, stop;
static pthread_barrier_t start;

static __thread uint64_t burnt = 42;

static inline void work(int tokens)
{
    uint64_t t = burnt;
    for (int i = tokens; i > 0; i--)
        t += (t * 0x5DEECE66DULL + 0xBULL + (uint64_t)i) & 0xFFFFFFFFFFFFULL;
    if (t == 42)
        burnt += t;
    __asm__ volatile("" : : "r"(t));
}

static inline void increment(void)
{
    work(inside);
    counter++;
    __asm__ volatile("" : : : "memory");
}

static void *worker(void *done)
{
    uint64_t ops = 0;
    pthread_barrier_wait(&start);
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED)) {
        for (int i = 0; i < BATCH; i++) {
            work(outside);
            if (spinning) {
                pthread_spin_lock(&spin);
                increment();
                pthread_spin_unlock(&spin);
            } else {
                pthread_mutex_lock(&mutex);
                increment();
                pthread_mutex_unlock(&mutex);
            }
        }
        ops += BATCH;
    }
    *(uint64_t *)done = ops;
    return NULL;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

static double iteration(int threads, long millis)
{
    pthread_t ids[MAX_THREADS];
    uint64_t done[MAX_THREADS], all = 0;
    struct timespec pause = {millis / 1000, millis % 1000 * 1000000};

    __atomic_store_n(&stop, 0, __ATOMIC_RELAXED);
    counter = 0;
    for (int i = 0; i < threads; i++)
        if (pthread_create(&ids[i], NULL, worker, &done[i]))
            exit(3);
    pthread_barrier_wait(&start);
    double began = now();
    nanosleep(&pause, NULL);
    __atomic_store_n(&stop, 1, __ATOMIC_RELAXED);
    double took = now() - began;
    for (int i = 0; i < threads; i++) {
        pthread_join(ids[i], NULL);
        all += done[i];
    }
    if (counter != all)
        exit(4); /* not a lock */
    return all / took;
}

int main(int argc, char **argv)
{
    if (argc != 8 || atoi(argv[3]) < 1 || atoi(argv[3]) > MAX_THREADS)
        return 2;
    spinning = !strcmp(argv[1], "spin");
    outside = atoi(argv[2]);
    int threads = atoi(argv[3]);
    inside = atoi(argv[4]);
    pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
    pthread_barrier_init(&start, NULL, threads + 1);
    for (int i = 0; i < atoi(argv[6]); i++)
        iteration(threads, atol(argv[5]));
    for (int i = 0; i < atoi(argv[7]); i++)
        printf("%.6f\n", iteration(threads, atol(argv[5])));
    return 0;
}
