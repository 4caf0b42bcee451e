package org.zonedrift.zone;

/**
 * What an earlier run said about a zone, carried along from its result file.
 *
 * @param at when the earlier record was made, milliseconds since 1970
 * @param run the earlier run's id, or empty
 */
public record Previous(SerialNumber serial, String verdict, long at, String run) {}
