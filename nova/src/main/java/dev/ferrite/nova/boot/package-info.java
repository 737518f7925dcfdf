/**
 * The main job: boots the runtime, loads nova, renders a picture through its buffers with several clients, verifies
 * and writes it, and proves that nothing leaked.
 *
 * <p>{@link dev.ferrite.nova.boot.BootJob} is the whole run; a {@code RenderClient} and the {@code Verifier} are its
 * threads, a {@code Stage} is what they wait for, {@code RunMemory} their shared words. May import every floor, and the
 * packages below this one; none of those imports this one.
 */
@NullMarked
package dev.ferrite.nova.boot;

import org.jspecify.annotations.NullMarked;
