/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator.org;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The administrator roles that can be assigned to a user, and which targets each takes. */
public enum RoleType {
    SUPER_ADMIN("Super Administrator", false, false),
    ORG_ADMIN("Organization Administrator", false, false),
    APP_ADMIN("Application Administrator", true, false),
    USER_ADMIN("Group Administrator", false, true),
    HELP_DESK_ADMIN("Help Desk Administrator", false, true),
    GROUP_MEMBERSHIP_ADMIN("Group Membership Administrator", false, true),
    READ_ONLY_ADMIN("Read-Only Administrator", false, false),
    MOBILE_ADMIN("Mobile Administrator", false, false),
    API_ACCESS_MANAGEMENT_ADMIN("API Access Management Administrator", false, false),
    REPORT_ADMIN("Report Administrator", false, false),
    CUSTOM("Custom Role", false, false);

    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private final String label;
    private final boolean appTargets;
    private final boolean groupTargets;

    RoleType(String label, boolean appTargets, boolean groupTargets) {
        this.label = label;
        this.appTargets = appTargets;
        this.groupTargets = groupTargets;
    }

    /** The type of this name. */
    public static Optional<RoleType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The name that people read. */
    public String label() {
        return label;
    }

    /** Whether it can be limited to apps. */
    public boolean takesAppTargets() {
        return appTargets;
    }

    /** Whether it can be limited to groups. */
    public boolean takesGroupTargets() {
        return groupTargets;
    }

    /**
     * The assignment id of a standard role, as recorded: its name in base 32 where it takes targets, else one of its own
     * ({@code ra1}).
     */
    public String assignmentId(IdSequence ids) {
        if (!appTargets && !groupTargets) {
            return ids.next("ra1");
        }
        StringBuilder id = new StringBuilder();
        int bits = 0;
        int buffer = 0;
        for (byte b : name().getBytes(StandardCharsets.US_ASCII)) {
            buffer = buffer << 8 | b;
            for (bits += 8; bits >= 5; bits -= 5) {
                id.append(BASE32[buffer >> bits - 5 & 31]);
            }
        }
        return bits > 0 ? id.append(BASE32[buffer << 5 - bits & 31]).toString() : id.toString();
    }
}
