package org.zonedrift.fleet;

import org.zonedrift.zone.SerialNumber;

/**
 * The serials that a zone's own servers showed.
 *
 * @param oldest differs from the newest where they disagree themselves
 */
public record Authority(SerialNumber newest, SerialNumber oldest) {}
