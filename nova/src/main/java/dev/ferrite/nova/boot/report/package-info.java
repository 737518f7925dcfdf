/**
 * What the main job says about itself: latencies, the proof that nothing leaked, tables, a plot and JSON.
 *
 * <p>Counters come from the floors below; nothing here opens a device or draws the picture. Imports
 * {@code dev.ferrite.offheap}, {@code dev.ferrite.drm.stats}, HdrHistogram and XChart.
 */
@NullMarked
package dev.ferrite.nova.boot.report;

import org.jspecify.annotations.NullMarked;
