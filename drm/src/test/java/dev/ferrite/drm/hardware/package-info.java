/** What can only be tried where devices may be taken away: in the machine of {@code ./ferrite test --hardware}. */
package dev.ferrite.drm.hardware;
