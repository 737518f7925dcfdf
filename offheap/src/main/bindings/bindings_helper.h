/*
 * The C headers of the ground floor: the generator writes dev.ferrite.offheap.uapi from them.
 * What it takes is in bindings.options.
 */
#define _GNU_SOURCE

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <time.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include <linux/dma-buf.h>
#include <linux/falloc.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <linux/sync_file.h>
#include <linux/udmabuf.h>
