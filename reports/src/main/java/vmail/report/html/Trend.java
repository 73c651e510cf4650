package vmail.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import vmail.report.run.Comparison;
import vmail.report.run.FindingState;
import vmail.report.run.TrendPoint;

/**
 * The chart of the nights: what was new, what stood, what was fixed, each on a scale of its own, as ten thousand standing findings would
 * hide three new ones.
 */
public record Trend(List<TrendPoint> points) {

    private static final int HEIGHT = 60;

    /**
     * The nights of one state.
     *
     * @param most the number that the whole height stands for
     */
    public record Strip(String title, String text, long latest, long most, List<Bar> bars) {}

    /** A night; {@code x} and {@code width} in per cent, {@code y} and {@code height} in pixels. */
    public record Bar(String x, String width, int y, int height, String text) {}

    public boolean isEmpty() {
        return points.isEmpty();
    }

    public String first() {
        return Days.day(points.get(0).started());
    }

    public String last() {
        return Days.day(points.get(points.size() - 1).started());
    }

    public int height() {
        return HEIGHT;
    }

    public List<Strip> strips() {
        return List.of(
                strip("New", point -> point.in(FindingState.NEW)),
                strip("Standing", Trend::standing),
                strip("Fixed", point -> point.in(FindingState.FIXED)));
    }

    /** What was accepted until a day that is over stands again. */
    public static long standing(Comparison night) {
        return night.in(FindingState.STANDING) + night.in(FindingState.EXPIRED);
    }

    private Strip strip(String title, ToLongFunction<Comparison> of) {
        List<Long> numbers =
                points.stream().map(point -> of.applyAsLong(point.comparison())).toList();
        long most = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        double step = 100.0 / points.size();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            long number = numbers.get(i);
            if (number > 0) {
                int height = (int) Math.max(2, Math.round((double) HEIGHT * number / most));
                String text = Days.day(points.get(i).started()) + ": " + number;
                bars.add(new Bar(percent(i * step), percent(step * 0.8), HEIGHT - height, height, text));
            }
        }
        long latest = numbers.get(numbers.size() - 1);
        String text = title + " findings of " + points.size() + (points.size() == 1 ? " night" : " nights") + ", "
                + first() + " to " + last() + ": " + latest + " in the last, at most " + most;
        return new Strip(title, text, latest, most, bars);
    }

    private static String percent(double number) {
        return String.format(Locale.ROOT, "%.3f%%", number);
    }
}
