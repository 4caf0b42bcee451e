package org.zonedrift.sim.world;

import java.util.ArrayList;
import java.util.List;

/** Labels with the share of each, written {@code label:share label:share}. */
final class Shares {

    private final List<String> labels;
    private final double[] cumulated;

    private Shares(List<String> labels, double[] cumulated) {
        this.labels = List.copyOf(labels);
        this.cumulated = cumulated;
    }

    static Shares parse(String text) {
        List<String> labels = new ArrayList<>();
        String[] parts = text.trim().split("\\s+");
        double[] cumulated = new double[parts.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            String[] pair = parts[i].split(":", 2);
            labels.add(pair[0]);
            sum += Double.parseDouble(pair[1]);
            cumulated[i] = sum;
        }
        return new Shares(labels, cumulated);
    }

    /** All shares together; below 1 where the rest has no label. */
    double sum() {
        return cumulated[cumulated.length - 1];
    }

    List<String> labels() {
        return labels;
    }

    double share(int index) {
        return index == 0 ? cumulated[0] : cumulated[index] - cumulated[index - 1];
    }

    /** The index of the label in whose stretch the number from 0 to 1 lies, or -1 beyond them. */
    int indexAt(double number) {
        for (int i = 0; i < cumulated.length; i++) {
            if (number < cumulated[i]) {
                return i;
            }
        }
        return -1;
    }

    /** The label at a number from 0 to 1; the last one where rounding leaves a gap at the end. */
    String at(double number) {
        int index = indexAt(number);
        return labels.get(index < 0 ? labels.size() - 1 : index);
    }
}
