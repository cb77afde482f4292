package dev.clientportal.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Numbers of one kind, and what to say of them. */
final class Figures {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double at(double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
    }

    double median() {
        return at(0.5);
    }

    /** The ratio of each of these to that of the other's in the same round. */
    Figures over(Figures others) {
        Figures ratios = new Figures();
        for (int i = 0; i < values.size(); i++) ratios.add(values.get(i) / others.values.get(i));
        return ratios;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "median %.2f (min %.2f, max %.2f, n %d)", median(), at(0), at(1), values.size());
    }
}
