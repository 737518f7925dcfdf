/**
 * The block layer's tags: numbers that are unique while in flight, handed out without locks.
 *
 * <p>{@link dev.ferrite.runtime.block.TagSet} has a queue of tags for each hardware queue,
 * {@link dev.ferrite.runtime.block.Tags}, which does the work: the counterparts of {@code kernel::block::mq::TagSet} and
 * of the kernel's {@code sbitmap_queue}.
 */
@NullMarked
package dev.ferrite.runtime.block;

import org.jspecify.annotations.NullMarked;
