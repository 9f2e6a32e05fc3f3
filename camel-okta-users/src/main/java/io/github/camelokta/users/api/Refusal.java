/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.api;

/** Why a user is not changed, by name. */
public enum Refusal {
    /** STAGED is wanted for a user who was activated already. */
    STAGED_ONLY_AT_CREATION("STAGED is wanted, which users are only created in: want another status"),
    /** SUSPENDED is wanted for a closed account. */
    DEPROVISIONED_IS_NOT_SUSPENDED(
            "SUSPENDED is wanted, and a DEPROVISIONED user would have to be activated first: want DEPROVISIONED"),
    /** ACTIVE is wanted, and the user is in a status that is not to be lifted. */
    NOT_TO_BE_REACTIVATED(
            "ACTIVE is wanted, and mayReactivate does not name the status that the user is in: name it, or"
                    + " bring the user back by hand"),
    /** SUSPENDED is wanted for a user who does not exist. */
    NOT_CREATED_SUSPENDED(
            "SUSPENDED is wanted for a user who does not exist and would be active for a moment: want STAGED"
                    + " or DEPROVISIONED"),
    /** The profile of a closed account differs. */
    PROFILE_OF_DEPROVISIONED("the profile differs, and Okta changes none of a DEPROVISIONED user: want ACTIVE or"
            + " DEPROVISIONED as the status"),
    /** Okta works on an earlier change. */
    IN_TRANSITION("Okta is still changing the user's status: run again when that is done"),
    /** No user has the id. */
    UNKNOWN_ID("no user has this id, and only Okta gives ids: give the login to create a user"),
    /** Okta shows a status that is not one of the eight. */
    UNKNOWN_STATUS("the user is in a status that is not known here"),
    /** The directory names a login more than once. */
    DUPLICATE_LOGIN("the directory names this login more than once"),
    /** The user exists, but does not belong to the directory. */
    OUT_OF_SCOPE("the user exists outside of the scope, or is too new for Okta's search"),
    /** The user must never be written to. */
    PROTECTED("the user is protected"),
    /** The user was created, or changed status, a short time ago. */
    TOO_YOUNG(
            "the user was created, or changed status, less than minAge ago, and keeps access: the directory may be older"),
    /** The user has a role of an administrator. */
    ADMINISTRATOR(
            "the user has a role of an administrator, and keeps access: remove the role, or set protectAdmins=false"),
    /** The calls are made in the name of the user. */
    OWN_USER("the calls are made in the name of this user, who keeps access: use another token"),
    /** Whether the user is an administrator cannot be read. */
    ROLES_UNREADABLE(
            "the user's roles cannot be read, so that the user may be an administrator, and keeps access: grant"
                    + " okta.roles.read, or set protectAdmins=false"),
    /** The user is no longer as planned. */
    CHANGED_MEANWHILE("somebody has changed the user since the plan was made"),
    /** The run ended at this user. */
    RUN_BROKE_OFF("the run broke off at this user"),
    /** Okta refused the call. */
    BY_OKTA("Okta refused the call");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** The reason and the remedy, without data of the user's. */
    public String sentence() {
        return sentence;
    }
}
