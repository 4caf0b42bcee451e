package org.zonedrift.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zonedrift.probe.Observation;
import org.zonedrift.probe.Outcome;
import org.zonedrift.zone.DomainName;
import org.zonedrift.zone.NameServer;
import org.zonedrift.zone.SerialNumber;

/** Finds the serial that others are measured against: where the divergence begins. */
final class References {

    private final Evidence evidence;
    private final Roll roll;

    References(Evidence evidence, Roll roll) {
        this.evidence = evidence;
        this.roll = roll;
    }

    /** The reference of these servers, which all belong together, and of their serials. */
    Reference among(List<Voice> voices, SerialSet serials) {
        Voice chosen = chosenByUser(voices);
        if (chosen != null) {
            return new Reference(
                    Reference.Kind.USER, chosen.serial(), chosen.seen().server());
        }
        SerialNumber primary = ofPrimary(voices);
        if (primary != null) {
            return Reference.found(Reference.Kind.MNAME, primary);
        }
        SerialNumber newest = serials.newest();
        if (newest != null && serials.order() == SerialOrder.TOTAL) {
            return Reference.found(Reference.Kind.MAX, newest);
        }
        SerialNumber majority = ofMajority(voices, serials);
        return majority == null ? Reference.NONE : Reference.found(Reference.Kind.MAJORITY, majority);
    }

    private @Nullable Voice chosenByUser(List<Voice> voices) {
        if (evidence.reference() == null) {
            return null;
        }
        for (Voice voice : voices) {
            if (voice.seen().server().equals(evidence.reference())) {
                return voice;
            }
        }
        return null;
    }

    /** What the one host says that all of these call the primary, if it is one of them and of one mind. */
    private @Nullable SerialNumber ofPrimary(List<Voice> voices) {
        DomainName primary = commonPrimary(voices);
        if (primary == null) {
            return null;
        }
        SerialNumber serial = null;
        for (Observation seen : at(primary)) {
            if (seen.outcome() == Outcome.SKIPPED_FAMILY) {
                continue;
            }
            Voice voice = voiceOf(seen, voices);
            if (voice == null || (serial != null && !serial.equals(voice.serial()))) {
                return null;
            }
            serial = voice.serial();
        }
        return serial;
    }

    private static @Nullable DomainName commonPrimary(List<Voice> voices) {
        DomainName common = null;
        for (Voice voice : voices) {
            if (common != null && !common.equals(voice.soa().mname())) {
                return null;
            }
            common = voice.soa().mname();
        }
        return common;
    }

    /** What was seen at the host's addresses, whether it is a server of the zone by name or not. */
    private List<Observation> at(DomainName host) {
        NameServer ns = roll.serverNamed(host);
        if (ns != null) {
            return roll.seenOf(ns);
        }
        for (Evidence.Primary primary : evidence.primaries()) {
            if (primary.name().equals(host)) {
                return primary.observations();
            }
        }
        return List.of();
    }

    private static @Nullable Voice voiceOf(Observation seen, List<Voice> voices) {
        for (Voice voice : voices) {
            if (voice.seen().server().equals(seen.server())) {
                return voice;
            }
        }
        return null;
    }

    private static @Nullable SerialNumber ofMajority(List<Voice> voices, SerialSet serials) {
        SerialNumber majority = null;
        int most = 0;
        for (SerialNumber candidate : serials.listed()) {
            int count = 0;
            for (Voice voice : voices) {
                count += voice.serial().equals(candidate) ? 1 : 0;
            }
            if (count > most) {
                majority = candidate;
                most = count;
            } else if (count == most) {
                majority = null;
            }
        }
        return majority;
    }
}
