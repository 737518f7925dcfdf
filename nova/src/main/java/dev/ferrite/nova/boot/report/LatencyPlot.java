package dev.ferrite.nova.boot.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws latency by percentile, the way HdrHistogram's plots do: both axes logarithmic, the tail to the right. */
public final class LatencyPlot {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 810;
    private static final double PICOS = 1000;
    private static final int TICKS_PER_HALF = 8;

    private static final Color PAPER = new Color(0x14, 0x15, 0x18);
    private static final Color GRID = new Color(0x2C, 0x2F, 0x36);
    private static final Color INK = new Color(0xD8, 0xD9, 0xDC);

    private LatencyPlot() {}

    /**
     * Draws the plot. Needs the JDK's font support, but no display.
     *
     * @param histograms in picoseconds
     * @return the picture
     */
    public static BufferedImage draw(Map<Operation, Histogram> histograms) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Ferrite: latency by percentile")
                .xAxisTitle("percentile")
                .yAxisTitle("nanoseconds an operation")
                .build();
        style(chart.getStyler());
        chart.setCustomXAxisTickLabelsFormatter(LatencyPlot::percentile);
        chart.setCustomYAxisTickLabelsFormatter(LatencyPlot::nanos);
        for (Map.Entry<Operation, Histogram> entry : histograms.entrySet()) {
            if (entry.getValue().getTotalCount() > 0) {
                line(chart, entry.getKey(), entry.getValue());
            }
        }
        return BitmapEncoder.getBufferedImage(chart);
    }

    private static void style(XYStyler styler) {
        styler.setXAxisLogarithmic(true);
        styler.setYAxisLogarithmic(true);
        styler.setChartBackgroundColor(PAPER);
        styler.setPlotBackgroundColor(PAPER);
        styler.setLegendBackgroundColor(PAPER);
        styler.setPlotBorderColor(GRID);
        styler.setLegendBorderColor(GRID);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setChartFontColor(INK);
        styler.setAxisTickLabelsColor(INK);
        styler.setXAxisTickLabelsColor(INK);
        styler.setYAxisTickLabelsColor(INK);
        styler.setAxisTickMarksColor(GRID);
        styler.setXAxisTickMarksColor(GRID);
        styler.setYAxisTickMarksColor(GRID);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        styler.setLegendPosition(Styler.LegendPosition.InsideNW);
        styler.setChartTitleBoxVisible(false);
        styler.setChartPadding(18);
    }

    private static void line(XYChart chart, Operation operation, Histogram histogram) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF)) {
            double rest = 1 - value.getPercentileLevelIteratedTo() / 100;
            // The last point stands where one sample in all would.
            x.add(1 / Math.max(rest, 1.0 / histogram.getTotalCount()));
            y.add(Math.max(value.getValueIteratedTo() / PICOS, 0.1));
        }
        String name =
                operation.batch() == 1 ? operation.label() : operation.label() + " (mean of " + operation.batch() + ")";
        XYSeries series = chart.addSeries(name, x, y);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour(operation));
        series.setLineStyle(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    }

    private static Color colour(Operation operation) {
        return new Color(
                switch (operation) {
                    case CLOCK -> 0x7A808C;
                    case GETPARAM, GET_CAP -> 0xF28E3C;
                    case GEM_INFO, MAP_DUMB -> 0xE64B2E;
                    case SPIN_LOCK -> 0x4FB3E8;
                    case MUTEX -> 0x5DD39E;
                    case MAP -> 0xE3C55B;
                });
    }

    /** 1 is 0 %, 10 is 90 %, 100 is 99 % ... */
    private static String percentile(double inverse) {
        return switch ((int) Math.round(Math.log10(inverse))) {
            case 0 -> "0 %";
            case 1 -> "90 %";
            case 2 -> "99 %";
            default -> {
                int nines = (int) Math.round(Math.log10(inverse)) - 2;
                yield "99." + "9".repeat(nines) + " %";
            }
        };
    }

    private static String nanos(double value) {
        return Tables.duration(value)
                .replace(".00", "")
                .replaceAll("\\.0 ", " ")
                .strip();
    }
}
