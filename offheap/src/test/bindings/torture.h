/* Every kind of member that the generator knows, for its tests. */
#ifndef TORTURE_H
#define TORTURE_H

#include <stdbool.h>
#include <stdint.h>

typedef uint64_t torture_u64;

enum torture_color { TORTURE_RED, TORTURE_GREEN = 7, TORTURE_NEGATIVE = -3 };
enum torture_wide { TORTURE_WIDE_SMALL = 1, TORTURE_WIDE_BIG = 0xFFFFFFFFFFULL };
enum { TORTURE_TOP = 0x80000000U };
enum __attribute__((packed)) torture_tiny { TORTURE_TINY = 200 };

/**
 * struct torture_scalars - every scalar of C
 * @s8: a signed byte, at most %TORTURE_LIMIT
 * @u16: see &struct torture_inner and torture_call()
 *
 * The second paragraph with <angles> & braces { and an at @u16.
 */
struct torture_scalars {
	int8_t s8;
	uint8_t u8;
	int16_t s16;
	uint16_t u16;
	int32_t s32;
	uint32_t u32;
	/** @s64: described on the spot */
	int64_t s64;
	uint64_t u64;
	float f32;
	double f64;
	bool flag;
	char letter;
	const int fixed;
	void *pointer;
	int (*callback)(void *, const char *, ...);
	struct torture_unknown *unknown;
	const struct torture_scalars *const self;
	long double wide;
	__int128 huge;
	_Complex float complex;
	enum torture_color color;
	enum torture_wide wide_enum;
	enum torture_tiny tiny;
	torture_u64 named;
	volatile int watched;
	_Atomic long counted;
};

struct torture_inner {
	short a;
	int b;
};

struct torture_nested {
	char first;
	struct torture_inner inner;
	union {
		int i;
		float f;
		struct {
			short low;
			short high;
		};
	};
	struct {
		int value;
		struct {
			long deep;
		} further[2];
	} data[3];
	union {
		unsigned char bytes[8];
		uint64_t word;
	} both;
};

union torture_union {
	int32_t i;
	double d;
	char text[12];
	struct torture_inner inner;
};

struct torture_arrays {
	uint8_t u8[5];
	int16_t s16[3];
	uint32_t u32[4];
	int64_t s64[2];
	double f64[2];
	bool flags[3];
	char name[16];
	void *pointers[2];
	int matrix[2][3];
	struct torture_inner inners[2];
	struct torture_inner grid[2][2];
	enum torture_color colors[2];
	long double wide[2];
};

struct torture_bits {
	unsigned a : 1;
	unsigned b : 3;
	int c : 5;
	unsigned : 3;
	unsigned d : 20;
	uint64_t e : 33;
	int64_t f : 31;
	bool g : 1;
	uint8_t h : 7;
	uint64_t all : 64;
	unsigned full : 32;
	signed sfull : 32;
	enum torture_color color : 4;
	int after;
};

struct __attribute__((packed)) torture_packed {
	char c;
	int i;
	long l;
	struct torture_inner inner;
	short s[3];
	double d;
	unsigned bits : 11;
	uint64_t crossing : 63;
	int64_t signed_crossing : 61;
};

struct __attribute__((packed, aligned(4))) torture_half_packed {
	int i;
	long l;
	short s;
};

struct __attribute__((aligned(64))) torture_line {
	int value;
	int other __attribute__((aligned(32)));
};

struct torture_holds_line {
	char c;
	struct torture_line line;
};

struct torture_flexible {
	int count;
	struct torture_inner tail[];
};

struct torture_old_flexible {
	int count;
	char tail[0];
};

struct torture_empty {
};

struct torture_self {
	struct torture_self *next;
	struct torture_self *others[2];
};

typedef struct {
	int x;
} torture_anonymous_t;

struct torture_names {
	int class;
	int default_value;
	int defaultValue;
	int _hidden;
	int hidden;
	int wait;
	int hash_code;
	int x_offset;
	int x;
	int SIZEOF;
	int s;
	int value;
	torture_anonymous_t anonymous;
};

/**
 * TORTURE_LIMIT - the largest of all
 *
 * With a second paragraph.
 */
#define TORTURE_LIMIT 127
#define TORTURE_NEGATIVE_MACRO (-5)
#define TORTURE_MAX32 0xFFFFFFFFU
#define TORTURE_BIG 0x123456789ABCDEFULL
#define TORTURE_ALL_ONES (~0ULL)
#define TORTURE_OVER_INT 0x80000000UL
#define TORTURE_SHIFT (1 << 4)
#define TORTURE_SIZE sizeof(struct torture_scalars)
#define TORTURE_TEXT "text with \"quotes\" and \\"
#define TORTURE_PI 3.25
#define TORTURE_CHAR 'x'
#define TORTURE_PAREN '('
#define TORTURE_POINTER ((void *)-1)
#define TORTURE_OF_ENUM (TORTURE_GREEN + 1)
#define TORTURE_EMPTY
#define TORTURE_TYPE int
#define TORTURE_UNBALANCED (
#define TORTURE_BLOCK do { } while (0)
#define TORTURE_CALL torture_call()
#define TORTURE_FUNCTION(x) (x)
#define TORTURE_MISSING torture_no_such_thing
#define TORTURE_ADDRESS "abc" + 1
#define TORTURE_GONE 1
#undef TORTURE_GONE
#define TORTURE_AGAIN 1
#undef TORTURE_AGAIN
#define TORTURE_AGAIN 2

#endif
