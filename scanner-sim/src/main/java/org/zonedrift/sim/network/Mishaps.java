package org.zonedrift.sim.network;

/**
 * What can go wrong with a packet, each as the share of packets that it befalls.
 *
 * @param loss lost on the way, in each direction
 * @param duplication replies that come twice
 * @param reordering packets held back long enough for later ones to overtake them
 * @param corruption replies that arrive cut short or with wrong octets
 * @param forgedId replies preceded by a forged one that has the wrong message id
 * @param forgedSource replies preceded by a forged one from another address
 */
public record Mishaps(
        double loss, double duplication, double reordering, double corruption, double forgedId, double forgedSource) {

    public static final Mishaps NONE = new Mishaps(0, 0, 0, 0, 0, 0);

    public Mishaps withLoss(double share) {
        return new Mishaps(share, duplication, reordering, corruption, forgedId, forgedSource);
    }

    public Mishaps withDuplication(double share) {
        return new Mishaps(loss, share, reordering, corruption, forgedId, forgedSource);
    }

    public Mishaps withReordering(double share) {
        return new Mishaps(loss, duplication, share, corruption, forgedId, forgedSource);
    }

    public Mishaps withCorruption(double share) {
        return new Mishaps(loss, duplication, reordering, share, forgedId, forgedSource);
    }

    public Mishaps withForgery(double share) {
        return new Mishaps(loss, duplication, reordering, corruption, share, share);
    }
}
