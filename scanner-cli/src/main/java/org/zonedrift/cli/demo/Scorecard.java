package org.zonedrift.cli.demo;

/** How often a judge raised an alarm, how often wrongly, and what it missed. */
final class Scorecard {

    private long alarms;
    private long falseAlarms;
    private long missed;

    void score(boolean alarm, boolean truth) {
        if (alarm) {
            alarms++;
        }
        if (alarm && !truth) {
            falseAlarms++;
        }
        if (truth && !alarm) {
            missed++;
        }
    }

    long alarms() {
        return alarms;
    }

    long falseAlarms() {
        return falseAlarms;
    }

    long missed() {
        return missed;
    }
}
