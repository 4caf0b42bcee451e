package org.zonedrift.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zonedrift.operator.Operators;
import org.zonedrift.zone.SoaRecord;

/** Who runs the server at each distinct address of a zone: told by names, or by what stands behind them. */
final class Runners {

    private final List<Asked> distinct;
    private final ProvidersShown shown;

    /** By the places of the addresses; null while names tell all. */
    private @Nullable List<String> corrected;

    private final List<String> sorted;

    Runners(List<Asked> asked, List<Asked> distinct, ProvidersShown shown) {
        this.distinct = distinct;
        this.shown = shown;
        if (asked.size() > distinct.size()) {
            giveSharedAddresses(asked);
        }
        lookBehindOwnNames();
        this.sorted = sortedOperators();
    }

    /** Who runs the server at the address of this place. */
    String at(int place) {
        return corrected == null ? distinct.get(place).runner().id() : corrected.get(place);
    }

    /** The distinct ones, sorted. */
    List<String> sorted() {
        return sorted;
    }

    private void correct(int place, String operator) {
        if (corrected == null) {
            corrected = new ArrayList<>(distinct.size());
            for (Asked at : distinct) {
                corrected.add(at.runner().id());
            }
        }
        corrected.set(place, operator);
    }

    /** A shared address belongs to the provider that the table knows, if it knows one. */
    private void giveSharedAddresses(List<Asked> asked) {
        for (Asked at : asked) {
            boolean knowsBetter = at.runner().provider() != null
                    && distinct.get(at.place()).runner().provider() == null;
            if (knowsBetter) {
                correct(at.place(), at.runner().id());
            }
        }
    }

    /**
     * Servers under the zone's own names may be a provider's product. Those that did not answer go
     * with the ones that did, lest a timeout look like a second operator.
     */
    private void lookBehindOwnNames() {
        String first = null;
        boolean areAllOwn = true;
        for (int i = 0; i < distinct.size(); i++) {
            if (at(i).equals(Operators.SELF) && distinct.get(i).seen().isUsable()) {
                String behind = behind(i);
                areAllOwn &= behind.equals(Operators.SELF);
                first = first == null || behind.compareTo(first) < 0 ? behind : first;
            }
        }
        if (first == null || areAllOwn) {
            return;
        }
        for (int i = 0; i < distinct.size(); i++) {
            if (at(i).equals(Operators.SELF)) {
                correct(i, distinct.get(i).seen().isUsable() ? behind(i) : first);
            }
        }
    }

    private String behind(int place) {
        SoaRecord soa = distinct.get(place).seen().soa();
        return soa == null ? Operators.SELF : Operators.behindOwnName(shown.by(soa));
    }

    private List<String> sortedOperators() {
        if (distinct.isEmpty()) {
            return List.of();
        }
        String first = at(0);
        for (int i = 1; i < distinct.size(); i++) {
            if (!at(i).equals(first)) {
                return sortedSeveral();
            }
        }
        return List.of(first);
    }

    private List<String> sortedSeveral() {
        TreeSet<String> several = new TreeSet<>();
        for (int i = 0; i < distinct.size(); i++) {
            several.add(at(i));
        }
        return List.copyOf(several);
    }
}
