/** The program on real devices, and the suite that {@code ./ferrite test --hardware} runs in its machine. */
package dev.ferrite.nova.hardware;
