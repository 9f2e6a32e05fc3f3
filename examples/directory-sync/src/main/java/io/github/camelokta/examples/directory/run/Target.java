/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import io.github.camelokta.examples.demo.RealEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The directory and the org to work on.
 *
 * @param line the first line that is printed
 * @param okta the environment that the component finds its org and credentials in
 * @param properties those of the routes
 */
record Target(String line, Map<String, String> okta, LdapServer directory, Map<String, String> properties) {
    private static final String URL = "LDAP_URL";
    private static final String BIND_DN = "LDAP_BIND_DN";
    private static final String PASSWORD = "LDAP_BIND_PASSWORD";

    /** A setting of the routes: its variable and what it is if that is not set; null where it must be. */
    private record Setting(String property, String variable, String otherwise, String meaning) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting(
                    "ldap.base",
                    "LDAP_BASE",
                    null,
                    "the entry that people are below of, as ou=people,dc=example,dc=com"),
            new Setting("ldap.filter", "LDAP_FILTER", "(objectClass=inetOrgPerson)", "which entries are people"),
            new Setting("ldap.pageSize", "LDAP_PAGE_SIZE", "500", "entries that are read at a time"),
            new Setting(
                    "sync.scope",
                    "SYNC_SCOPE",
                    null,
                    "the search expression of the users that the directory owns, as profile.userType eq \"employee\""),
            new Setting(
                    "sync.protect",
                    "SYNC_PROTECT",
                    null,
                    "the search expression of the users who are never written to, as profile.login sw \"break-glass\""),
            new Setting("sync.onMissing", "SYNC_ON_MISSING", "deactivate", "what becomes of those who left"),
            new Setting("sync.maxDeactivations", "SYNC_MAX_DEACTIVATIONS", "50", "the guard against mass changes"),
            new Setting("sync.maxChangePercent", "SYNC_MAX_CHANGE_PERCENT", "10", "the guard against mass changes"),
            new Setting("sync.minSourceSize", "SYNC_MIN_SOURCE_SIZE", "1", "the guard against mass changes"));

    /**
     * The embedded ones. Nothing of the environment gets in.
     *
     * @param properties those that differ from the defaults
     */
    static Target simulated(String orgUrl, String token, LdapServer directory, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        SETTINGS.forEach(setting -> all.put(setting.property(), setting.otherwise()));
        all.putAll(properties);
        return new Target(
                "Okta: simulated org at " + orgUrl + ", directory: embedded at " + directory,
                RealEnvironment.simulated(orgUrl, token),
                directory,
                Map.copyOf(all));
    }

    /**
     * Those that the environment names.
     *
     * @throws io.github.camelokta.examples.demo.UsageException if it names too few; a sentence for each
     */
    static Target real(Map<String, String> environment) {
        RealEnvironment real = new RealEnvironment(environment);
        String org = real.org();
        LdapServer directory = new LdapServer(
                real.required(URL, "the directory, as ldaps://ldap.example.com"),
                real.required(BIND_DN, "the account that reads the directory"),
                real.required(PASSWORD, "the password of that account"));
        Map<String, String> properties = new HashMap<>();
        for (Setting setting : SETTINGS) {
            properties.put(
                    setting.property(),
                    setting.otherwise() == null
                            ? real.required(setting.variable(), setting.meaning())
                            : real.optional(setting.variable(), setting.otherwise()));
        }
        real.checkEach(
                real.isSet(URL) && LdapServer.isOpen(directory.url())
                        ? List.of(URL + " is not ldaps://: the password and the people would travel in clear text.")
                        : List.of());
        return new Target(
                "Okta: " + org + ", directory: " + directory, real.variables(), directory, Map.copyOf(properties));
    }

    /** Without what may hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
