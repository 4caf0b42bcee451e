package org.zonedrift.sim.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.zonedrift.sim.world.Dice.Draw;

/** Serials as the world's zones number themselves, and serials that lag behind them. */
final class Serials {

    /** How a zone numbers its versions. */
    enum Scheme {
        DATE_NN,
        UNIX,
        COUNTER,
        OPAQUE,
        DATE8
    }

    private static final int DATED_WITHIN_DAYS = 700;
    private static final long DAY = 86_400;
    private static final long COUNTER_MOST = 100_000;
    private static final long OLDEST_YEAR = 1991;

    /** Opaque serials lie above every date there will be, and keep their month above 12. */
    private static final long OPAQUE_LEAST = 2_500_000_000L;

    private static final long OPAQUE_SPAN = 1_500_000_000L;

    /** How far a laggard's opaque serial lies back at most: far less than half the circle. */
    private static final int OPAQUE_LAG = 1 << 24;

    private final Dice dice;
    private final Instant reference;
    private final double[] lagDays;
    private final double[] lagUnixDays;

    Serials(Parameters parameters, Dice dice) {
        this.dice = dice;
        this.reference = parameters.referenceInstant();
        this.lagDays = parameters.numbers("lag.date-nn.days");
        this.lagUnixDays = parameters.numbers("lag.unix.days");
    }

    /** The newest serial of a zone. */
    long newest(Scheme scheme, long zone, Draw draw) {
        long bits = dice.bits(zone, draw) >>> 1;
        LocalDate date = LocalDate.ofInstant(reference, ZoneOffset.UTC).minusDays(1 + bits % DATED_WITHIN_DAYS);
        return switch (scheme) {
            case DATE_NN -> dateNumber(date) * 100 + bits / DATED_WITHIN_DAYS % 9 + 1;
            case DATE8 -> dateNumber(date);
            case UNIX -> reference.getEpochSecond() - bits % (DATED_WITHIN_DAYS * DAY);
            case COUNTER -> 2 + bits % COUNTER_MOST;
            case OPAQUE -> withoutMonth(OPAQUE_LEAST + bits % OPAQUE_SPAN);
        };
    }

    /** What a secondary still has that stopped following the zone a while ago. */
    long lagging(Scheme scheme, long newest, long zone) {
        return switch (scheme) {
            case DATE_NN -> earlier(newest / 100, zone) * 100 + 1;
            case DATE8 -> earlier(newest, zone);
            case UNIX -> newest - Math.max(1, Math.round(lognormal(lagUnixDays, zone) * DAY));
            case COUNTER -> 1 + dice.below((int) (newest - 1), zone, Draw.LAG);
            case OPAQUE -> withoutMonth(newest - 200_001 - dice.below(OPAQUE_LAG, zone, Draw.LAG));
        };
    }

    private long earlier(long dateNumber, long zone) {
        LocalDate date =
                LocalDate.of((int) (dateNumber / 10_000), (int) (dateNumber / 100 % 100), (int) (dateNumber % 100));
        LocalDate before = date.minusDays(Math.max(1, Math.round(lognormal(lagDays, zone))));
        LocalDate oldest = LocalDate.of((int) OLDEST_YEAR, 1, 1);
        return dateNumber(before.isBefore(oldest) ? oldest : before);
    }

    private double lognormal(double[] medianAndSigma, long zone) {
        double most = 365.0 * 10;
        return Math.min(most, medianAndSigma[0] * Math.exp(medianAndSigma[1] * dice.gaussian(zone, Draw.LAG)));
    }

    private static long dateNumber(LocalDate date) {
        return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }

    /** The number with 20 to 99 where a dated serial would have its month. */
    private static long withoutMonth(long number) {
        long month = number / 10_000 % 100;
        return month < 20 ? number + 200_000 : number;
    }
}
