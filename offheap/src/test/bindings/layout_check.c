/* Generated from torture.h: edit the source, not this file.
 *
 * Compile with -fsyntax-only: it fails where Java and C disagree.
 */
#include <stddef.h>
#include "torture.h"

_Static_assert(sizeof(struct torture_scalars) == 192, "TortureScalars.SIZEOF");
_Static_assert(_Alignof(struct torture_scalars) == 16, "TortureScalars.ALIGNOF");
_Static_assert(offsetof(struct torture_scalars, s8) == 0, "TortureScalars.S8_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->s8) == 1, "TortureScalars.s8");
_Static_assert(offsetof(struct torture_scalars, u8) == 1, "TortureScalars.U8_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->u8) == 1, "TortureScalars.u8");
_Static_assert(offsetof(struct torture_scalars, s16) == 2, "TortureScalars.S16_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->s16) == 2, "TortureScalars.s16");
_Static_assert(offsetof(struct torture_scalars, u16) == 4, "TortureScalars.U16_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->u16) == 2, "TortureScalars.u16");
_Static_assert(offsetof(struct torture_scalars, s32) == 8, "TortureScalars.S32_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->s32) == 4, "TortureScalars.s32");
_Static_assert(offsetof(struct torture_scalars, u32) == 12, "TortureScalars.U32_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->u32) == 4, "TortureScalars.u32");
_Static_assert(offsetof(struct torture_scalars, s64) == 16, "TortureScalars.S64_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->s64) == 8, "TortureScalars.s64");
_Static_assert(offsetof(struct torture_scalars, u64) == 24, "TortureScalars.U64_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->u64) == 8, "TortureScalars.u64");
_Static_assert(offsetof(struct torture_scalars, f32) == 32, "TortureScalars.F32_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->f32) == 4, "TortureScalars.f32");
_Static_assert(offsetof(struct torture_scalars, f64) == 40, "TortureScalars.F64_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->f64) == 8, "TortureScalars.f64");
_Static_assert(offsetof(struct torture_scalars, flag) == 48, "TortureScalars.FLAG_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->flag) == 1, "TortureScalars.flag");
_Static_assert(offsetof(struct torture_scalars, letter) == 49, "TortureScalars.LETTER_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->letter) == 1, "TortureScalars.letter");
_Static_assert(offsetof(struct torture_scalars, fixed) == 52, "TortureScalars.FIXED_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->fixed) == 4, "TortureScalars.fixed");
_Static_assert(offsetof(struct torture_scalars, pointer) == 56, "TortureScalars.POINTER_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->pointer) == 8, "TortureScalars.pointer");
_Static_assert(offsetof(struct torture_scalars, callback) == 64, "TortureScalars.CALLBACK_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->callback) == 8, "TortureScalars.callback");
_Static_assert(offsetof(struct torture_scalars, unknown) == 72, "TortureScalars.UNKNOWN_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->unknown) == 8, "TortureScalars.unknown");
_Static_assert(offsetof(struct torture_scalars, self) == 80, "TortureScalars.SELF_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->self) == 8, "TortureScalars.self");
_Static_assert(offsetof(struct torture_scalars, wide) == 96, "TortureScalars.WIDE_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->wide) == 16, "TortureScalars.wide");
_Static_assert(offsetof(struct torture_scalars, huge) == 112, "TortureScalars.HUGE_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->huge) == 16, "TortureScalars.huge");
_Static_assert(offsetof(struct torture_scalars, complex) == 128, "TortureScalars.COMPLEX_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->complex) == 8, "TortureScalars.complex");
_Static_assert(offsetof(struct torture_scalars, color) == 136, "TortureScalars.COLOR_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->color) == 4, "TortureScalars.color");
_Static_assert(offsetof(struct torture_scalars, wide_enum) == 144, "TortureScalars.WIDE_ENUM_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->wide_enum) == 8, "TortureScalars.wideEnum");
_Static_assert(offsetof(struct torture_scalars, tiny) == 152, "TortureScalars.TINY_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->tiny) == 1, "TortureScalars.tiny");
_Static_assert(offsetof(struct torture_scalars, named) == 160, "TortureScalars.NAMED_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->named) == 8, "TortureScalars.named");
_Static_assert(offsetof(struct torture_scalars, watched) == 168, "TortureScalars.WATCHED_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->watched) == 4, "TortureScalars.watched");
_Static_assert(offsetof(struct torture_scalars, counted) == 176, "TortureScalars.COUNTED_OFFSET");
_Static_assert(sizeof(((struct torture_scalars *)0)->counted) == 8, "TortureScalars.counted");

_Static_assert(sizeof(struct torture_inner) == 8, "TortureInner.SIZEOF");
_Static_assert(_Alignof(struct torture_inner) == 4, "TortureInner.ALIGNOF");
_Static_assert(offsetof(struct torture_inner, a) == 0, "TortureInner.A_OFFSET");
_Static_assert(sizeof(((struct torture_inner *)0)->a) == 2, "TortureInner.a");
_Static_assert(offsetof(struct torture_inner, b) == 4, "TortureInner.B_OFFSET");
_Static_assert(sizeof(((struct torture_inner *)0)->b) == 4, "TortureInner.b");

_Static_assert(sizeof(struct torture_nested) == 96, "TortureNested.SIZEOF");
_Static_assert(_Alignof(struct torture_nested) == 8, "TortureNested.ALIGNOF");
_Static_assert(offsetof(struct torture_nested, first) == 0, "TortureNested.FIRST_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->first) == 1, "TortureNested.first");
_Static_assert(offsetof(struct torture_nested, inner) == 4, "TortureNested.INNER_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->inner) == 8, "TortureNested.inner");
_Static_assert(offsetof(struct torture_nested, i) == 12, "TortureNested.I_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->i) == 4, "TortureNested.i");
_Static_assert(offsetof(struct torture_nested, f) == 12, "TortureNested.F_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->f) == 4, "TortureNested.f");
_Static_assert(offsetof(struct torture_nested, low) == 12, "TortureNested.LOW_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->low) == 2, "TortureNested.low");
_Static_assert(offsetof(struct torture_nested, high) == 14, "TortureNested.HIGH_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->high) == 2, "TortureNested.high");
_Static_assert(offsetof(struct torture_nested, data) == 16, "TortureNested.DATA_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->data) == 72, "TortureNested.data");
_Static_assert(offsetof(struct torture_nested, both) == 88, "TortureNested.BOTH_OFFSET");
_Static_assert(sizeof(((struct torture_nested *)0)->both) == 8, "TortureNested.both");

_Static_assert(sizeof(__typeof__(((struct torture_nested *)0)->data[0])) == 24, "TortureNested.Data.SIZEOF");
_Static_assert(_Alignof(__typeof__(((struct torture_nested *)0)->data[0])) == 8, "TortureNested.Data.ALIGNOF");
_Static_assert(offsetof(__typeof__(((struct torture_nested *)0)->data[0]), value) == 0, "TortureNested.Data.VALUE_OFFSET");
_Static_assert(sizeof(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->value) == 4, "TortureNested.Data.value");
_Static_assert(offsetof(__typeof__(((struct torture_nested *)0)->data[0]), further) == 8, "TortureNested.Data.FURTHER_OFFSET");
_Static_assert(sizeof(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->further) == 16, "TortureNested.Data.further");

_Static_assert(sizeof(__typeof__(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->further[0])) == 8, "TortureNested.Data.Further.SIZEOF");
_Static_assert(_Alignof(__typeof__(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->further[0])) == 8, "TortureNested.Data.Further.ALIGNOF");
_Static_assert(offsetof(__typeof__(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->further[0]), deep) == 0, "TortureNested.Data.Further.DEEP_OFFSET");
_Static_assert(sizeof(((__typeof__(((__typeof__(((struct torture_nested *)0)->data[0]) *)0)->further[0]) *)0)->deep) == 8, "TortureNested.Data.Further.deep");

_Static_assert(sizeof(__typeof__(((struct torture_nested *)0)->both)) == 8, "TortureNested.Both.SIZEOF");
_Static_assert(_Alignof(__typeof__(((struct torture_nested *)0)->both)) == 8, "TortureNested.Both.ALIGNOF");
_Static_assert(offsetof(__typeof__(((struct torture_nested *)0)->both), bytes) == 0, "TortureNested.Both.BYTES_OFFSET");
_Static_assert(sizeof(((__typeof__(((struct torture_nested *)0)->both) *)0)->bytes) == 8, "TortureNested.Both.bytes");
_Static_assert(offsetof(__typeof__(((struct torture_nested *)0)->both), word) == 0, "TortureNested.Both.WORD_OFFSET");
_Static_assert(sizeof(((__typeof__(((struct torture_nested *)0)->both) *)0)->word) == 8, "TortureNested.Both.word");

_Static_assert(sizeof(union torture_union) == 16, "TortureUnion.SIZEOF");
_Static_assert(_Alignof(union torture_union) == 8, "TortureUnion.ALIGNOF");
_Static_assert(offsetof(union torture_union, i) == 0, "TortureUnion.I_OFFSET");
_Static_assert(sizeof(((union torture_union *)0)->i) == 4, "TortureUnion.i");
_Static_assert(offsetof(union torture_union, d) == 0, "TortureUnion.D_OFFSET");
_Static_assert(sizeof(((union torture_union *)0)->d) == 8, "TortureUnion.d");
_Static_assert(offsetof(union torture_union, text) == 0, "TortureUnion.TEXT_OFFSET");
_Static_assert(sizeof(((union torture_union *)0)->text) == 12, "TortureUnion.text");
_Static_assert(offsetof(union torture_union, inner) == 0, "TortureUnion.INNER_OFFSET");
_Static_assert(sizeof(((union torture_union *)0)->inner) == 8, "TortureUnion.inner");

_Static_assert(sizeof(struct torture_arrays) == 224, "TortureArrays.SIZEOF");
_Static_assert(_Alignof(struct torture_arrays) == 16, "TortureArrays.ALIGNOF");
_Static_assert(offsetof(struct torture_arrays, u8) == 0, "TortureArrays.U8_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->u8) == 5, "TortureArrays.u8");
_Static_assert(offsetof(struct torture_arrays, s16) == 6, "TortureArrays.S16_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->s16) == 6, "TortureArrays.s16");
_Static_assert(offsetof(struct torture_arrays, u32) == 12, "TortureArrays.U32_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->u32) == 16, "TortureArrays.u32");
_Static_assert(offsetof(struct torture_arrays, s64) == 32, "TortureArrays.S64_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->s64) == 16, "TortureArrays.s64");
_Static_assert(offsetof(struct torture_arrays, f64) == 48, "TortureArrays.F64_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->f64) == 16, "TortureArrays.f64");
_Static_assert(offsetof(struct torture_arrays, flags) == 64, "TortureArrays.FLAGS_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->flags) == 3, "TortureArrays.flags");
_Static_assert(offsetof(struct torture_arrays, name) == 67, "TortureArrays.NAME_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->name) == 16, "TortureArrays.name");
_Static_assert(offsetof(struct torture_arrays, pointers) == 88, "TortureArrays.POINTERS_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->pointers) == 16, "TortureArrays.pointers");
_Static_assert(offsetof(struct torture_arrays, matrix) == 104, "TortureArrays.MATRIX_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->matrix) == 24, "TortureArrays.matrix");
_Static_assert(offsetof(struct torture_arrays, inners) == 128, "TortureArrays.INNERS_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->inners) == 16, "TortureArrays.inners");
_Static_assert(offsetof(struct torture_arrays, grid) == 144, "TortureArrays.GRID_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->grid) == 32, "TortureArrays.grid");
_Static_assert(offsetof(struct torture_arrays, colors) == 176, "TortureArrays.COLORS_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->colors) == 8, "TortureArrays.colors");
_Static_assert(offsetof(struct torture_arrays, wide) == 192, "TortureArrays.WIDE_OFFSET");
_Static_assert(sizeof(((struct torture_arrays *)0)->wide) == 32, "TortureArrays.wide");

_Static_assert(sizeof(struct torture_bits) == 48, "TortureBits.SIZEOF");
_Static_assert(_Alignof(struct torture_bits) == 8, "TortureBits.ALIGNOF");
_Static_assert(offsetof(struct torture_bits, after) == 44, "TortureBits.AFTER_OFFSET");
_Static_assert(sizeof(((struct torture_bits *)0)->after) == 4, "TortureBits.after");

_Static_assert(sizeof(struct torture_packed) == 52, "TorturePacked.SIZEOF");
_Static_assert(_Alignof(struct torture_packed) == 1, "TorturePacked.ALIGNOF");
_Static_assert(offsetof(struct torture_packed, c) == 0, "TorturePacked.C_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->c) == 1, "TorturePacked.c");
_Static_assert(offsetof(struct torture_packed, i) == 1, "TorturePacked.I_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->i) == 4, "TorturePacked.i");
_Static_assert(offsetof(struct torture_packed, l) == 5, "TorturePacked.L_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->l) == 8, "TorturePacked.l");
_Static_assert(offsetof(struct torture_packed, inner) == 13, "TorturePacked.INNER_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->inner) == 8, "TorturePacked.inner");
_Static_assert(offsetof(struct torture_packed, s) == 21, "TorturePacked.S_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->s) == 6, "TorturePacked.s");
_Static_assert(offsetof(struct torture_packed, d) == 27, "TorturePacked.D_OFFSET");
_Static_assert(sizeof(((struct torture_packed *)0)->d) == 8, "TorturePacked.d");

_Static_assert(sizeof(struct torture_half_packed) == 16, "TortureHalfPacked.SIZEOF");
_Static_assert(_Alignof(struct torture_half_packed) == 4, "TortureHalfPacked.ALIGNOF");
_Static_assert(offsetof(struct torture_half_packed, i) == 0, "TortureHalfPacked.I_OFFSET");
_Static_assert(sizeof(((struct torture_half_packed *)0)->i) == 4, "TortureHalfPacked.i");
_Static_assert(offsetof(struct torture_half_packed, l) == 4, "TortureHalfPacked.L_OFFSET");
_Static_assert(sizeof(((struct torture_half_packed *)0)->l) == 8, "TortureHalfPacked.l");
_Static_assert(offsetof(struct torture_half_packed, s) == 12, "TortureHalfPacked.S_OFFSET");
_Static_assert(sizeof(((struct torture_half_packed *)0)->s) == 2, "TortureHalfPacked.s");

_Static_assert(sizeof(struct torture_line) == 64, "TortureLine.SIZEOF");
_Static_assert(_Alignof(struct torture_line) == 64, "TortureLine.ALIGNOF");
_Static_assert(offsetof(struct torture_line, value) == 0, "TortureLine.VALUE_OFFSET");
_Static_assert(sizeof(((struct torture_line *)0)->value) == 4, "TortureLine.value");
_Static_assert(offsetof(struct torture_line, other) == 32, "TortureLine.OTHER_OFFSET");
_Static_assert(sizeof(((struct torture_line *)0)->other) == 4, "TortureLine.other");

_Static_assert(sizeof(struct torture_holds_line) == 128, "TortureHoldsLine.SIZEOF");
_Static_assert(_Alignof(struct torture_holds_line) == 64, "TortureHoldsLine.ALIGNOF");
_Static_assert(offsetof(struct torture_holds_line, c) == 0, "TortureHoldsLine.C_OFFSET");
_Static_assert(sizeof(((struct torture_holds_line *)0)->c) == 1, "TortureHoldsLine.c");
_Static_assert(offsetof(struct torture_holds_line, line) == 64, "TortureHoldsLine.LINE_OFFSET");
_Static_assert(sizeof(((struct torture_holds_line *)0)->line) == 64, "TortureHoldsLine.line");

_Static_assert(sizeof(struct torture_flexible) == 4, "TortureFlexible.SIZEOF");
_Static_assert(_Alignof(struct torture_flexible) == 4, "TortureFlexible.ALIGNOF");
_Static_assert(offsetof(struct torture_flexible, count) == 0, "TortureFlexible.COUNT_OFFSET");
_Static_assert(sizeof(((struct torture_flexible *)0)->count) == 4, "TortureFlexible.count");
_Static_assert(offsetof(struct torture_flexible, tail) == 4, "TortureFlexible.TAIL_OFFSET");

_Static_assert(sizeof(struct torture_old_flexible) == 4, "TortureOldFlexible.SIZEOF");
_Static_assert(_Alignof(struct torture_old_flexible) == 4, "TortureOldFlexible.ALIGNOF");
_Static_assert(offsetof(struct torture_old_flexible, count) == 0, "TortureOldFlexible.COUNT_OFFSET");
_Static_assert(sizeof(((struct torture_old_flexible *)0)->count) == 4, "TortureOldFlexible.count");
_Static_assert(offsetof(struct torture_old_flexible, tail) == 4, "TortureOldFlexible.TAIL_OFFSET");

_Static_assert(sizeof(struct torture_empty) == 0, "TortureEmpty.SIZEOF");
_Static_assert(_Alignof(struct torture_empty) == 1, "TortureEmpty.ALIGNOF");

_Static_assert(sizeof(struct torture_self) == 24, "TortureSelf.SIZEOF");
_Static_assert(_Alignof(struct torture_self) == 8, "TortureSelf.ALIGNOF");
_Static_assert(offsetof(struct torture_self, next) == 0, "TortureSelf.NEXT_OFFSET");
_Static_assert(sizeof(((struct torture_self *)0)->next) == 8, "TortureSelf.next");
_Static_assert(offsetof(struct torture_self, others) == 8, "TortureSelf.OTHERS_OFFSET");
_Static_assert(sizeof(((struct torture_self *)0)->others) == 16, "TortureSelf.others");

_Static_assert(sizeof(torture_anonymous_t) == 4, "TortureAnonymousT.SIZEOF");
_Static_assert(_Alignof(torture_anonymous_t) == 4, "TortureAnonymousT.ALIGNOF");
_Static_assert(offsetof(torture_anonymous_t, x) == 0, "TortureAnonymousT.X_OFFSET");
_Static_assert(sizeof(((torture_anonymous_t *)0)->x) == 4, "TortureAnonymousT.x");

_Static_assert(sizeof(struct torture_names) == 52, "TortureNames.SIZEOF");
_Static_assert(_Alignof(struct torture_names) == 4, "TortureNames.ALIGNOF");
_Static_assert(offsetof(struct torture_names, class) == 0, "TortureNames.CLASS_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->class) == 4, "TortureNames.class_");
_Static_assert(offsetof(struct torture_names, default_value) == 4, "TortureNames.DEFAULT_VALUE_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->default_value) == 4, "TortureNames.defaultValue");
_Static_assert(offsetof(struct torture_names, defaultValue) == 8, "TortureNames.defaultValue_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->defaultValue) == 4, "TortureNames.defaultValue_");
_Static_assert(offsetof(struct torture_names, _hidden) == 12, "TortureNames.HIDDEN_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->_hidden) == 4, "TortureNames.hidden");
_Static_assert(offsetof(struct torture_names, hidden) == 16, "TortureNames.hidden_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->hidden) == 4, "TortureNames.hidden_");
_Static_assert(offsetof(struct torture_names, wait) == 20, "TortureNames.WAIT_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->wait) == 4, "TortureNames.wait");
_Static_assert(offsetof(struct torture_names, hash_code) == 24, "TortureNames.HASH_CODE_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->hash_code) == 4, "TortureNames.hashCode");
_Static_assert(offsetof(struct torture_names, x_offset) == 28, "TortureNames.X_OFFSET_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->x_offset) == 4, "TortureNames.xOffset");
_Static_assert(offsetof(struct torture_names, x) == 32, "TortureNames.X_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->x) == 4, "TortureNames.x");
_Static_assert(offsetof(struct torture_names, SIZEOF) == 36, "TortureNames.SIZEOF_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->SIZEOF) == 4, "TortureNames.SIZEOF");
_Static_assert(offsetof(struct torture_names, s) == 40, "TortureNames.S_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->s) == 4, "TortureNames.s");
_Static_assert(offsetof(struct torture_names, value) == 44, "TortureNames.VALUE_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->value) == 4, "TortureNames.value");
_Static_assert(offsetof(struct torture_names, anonymous) == 48, "TortureNames.ANONYMOUS_OFFSET");
_Static_assert(sizeof(((struct torture_names *)0)->anonymous) == 4, "TortureNames.anonymous");

_Static_assert((unsigned long long)(TORTURE_RED) == 0x0ULL, "TORTURE_RED");
_Static_assert((unsigned long long)(TORTURE_GREEN) == 0x7ULL, "TORTURE_GREEN");
_Static_assert((unsigned long long)(TORTURE_NEGATIVE) == 0xfffffffffffffffdULL, "TORTURE_NEGATIVE");
_Static_assert((unsigned long long)(TORTURE_WIDE_SMALL) == 0x1ULL, "TORTURE_WIDE_SMALL");
_Static_assert((unsigned long long)(TORTURE_WIDE_BIG) == 0xffffffffffULL, "TORTURE_WIDE_BIG");
_Static_assert((unsigned long long)(TORTURE_TOP) == 0x80000000ULL, "TORTURE_TOP");
_Static_assert((unsigned long long)(TORTURE_TINY) == 0xc8ULL, "TORTURE_TINY");
_Static_assert((unsigned long long)(TORTURE_LIMIT) == 0x7fULL, "TORTURE_LIMIT");
_Static_assert((unsigned long long)(TORTURE_NEGATIVE_MACRO) == 0xfffffffffffffffbULL, "TORTURE_NEGATIVE_MACRO");
_Static_assert((unsigned long long)(TORTURE_MAX32) == 0xffffffffULL, "TORTURE_MAX32");
_Static_assert((unsigned long long)(TORTURE_BIG) == 0x123456789abcdefULL, "TORTURE_BIG");
_Static_assert((unsigned long long)(TORTURE_ALL_ONES) == 0xffffffffffffffffULL, "TORTURE_ALL_ONES");
_Static_assert((unsigned long long)(TORTURE_OVER_INT) == 0x80000000ULL, "TORTURE_OVER_INT");
_Static_assert((unsigned long long)(TORTURE_SHIFT) == 0x10ULL, "TORTURE_SHIFT");
_Static_assert((unsigned long long)(TORTURE_SIZE) == 0xc0ULL, "TORTURE_SIZE");
_Static_assert(sizeof(TORTURE_TEXT) == 25, "TORTURE_TEXT");
_Static_assert((TORTURE_PI) == 3.25, "TORTURE_PI");
_Static_assert((unsigned long long)(TORTURE_CHAR) == 0x78ULL, "TORTURE_CHAR");
_Static_assert((unsigned long long)(TORTURE_PAREN) == 0x28ULL, "TORTURE_PAREN");
_Static_assert((unsigned long long)(TORTURE_POINTER) == 0xffffffffffffffffULL, "TORTURE_POINTER");
_Static_assert((unsigned long long)(TORTURE_OF_ENUM) == 0x8ULL, "TORTURE_OF_ENUM");
_Static_assert((unsigned long long)(TORTURE_AGAIN) == 0x2ULL, "TORTURE_AGAIN");
