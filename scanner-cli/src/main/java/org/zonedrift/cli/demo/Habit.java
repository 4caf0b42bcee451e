package org.zonedrift.cli.demo;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** What people do today to find zones out of step, each a judge over the replies of one round. */
enum Habit {
    /** {@code dig +short SOA zone @ns | sort -u | wc -l}: an empty answer counts as a serial. */
    SHELL_LOOP("dig loop, sort -u") {
        @Override
        boolean alarms(FirstRound round) {
            return distinct(round.atEveryHost()) > 1;
        }
    },
    /** The same loop, with what failed dropped. */
    FAILURES_DROPPED("dig loop, failures dropped") {
        @Override
        boolean alarms(FirstRound round) {
            return distinct(answered(round.atEveryHost())) > 1;
        }
    },
    /** Serials sorted as strings, the last less the first: nothing found unless it is positive. */
    STRING_ORDER("serials sorted as text") {
        @Override
        boolean alarms(FirstRound round) {
            TreeSet<String> sorted = new TreeSet<>(answered(round.atEveryAddress()));
            return !sorted.isEmpty() && Long.parseLong(sorted.last()) - Long.parseLong(sorted.first()) > 0;
        }
    },
    /** Every address asked once, any difference reported. */
    PLAIN_EQUALITY("every address, once") {
        @Override
        boolean alarms(FirstRound round) {
            return distinct(answered(round.atEveryAddress())) > 1;
        }
    };

    private final String title;

    Habit(String title) {
        this.title = title;
    }

    /** What people would call it. */
    String title() {
        return title;
    }

    /** Whether this judge would call the zone out of step. */
    abstract boolean alarms(FirstRound round);

    private static int distinct(Collection<String> printed) {
        return new HashSet<>(printed).size();
    }

    private static List<String> answered(List<String> printed) {
        return printed.stream().filter(text -> !text.isEmpty()).toList();
    }
}
