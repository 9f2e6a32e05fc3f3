/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import java.util.ArrayList;
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
    private static final String ORG = "OKTA_CLIENT_ORGURL";
    private static final String TOKEN = "OKTA_CLIENT_TOKEN";
    private static final String CLIENT = "OKTA_CLIENT_CLIENTID";
    private static final String KEY = "OKTA_CLIENT_PRIVATEKEY";

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
                Map.of(ORG, orgUrl, TOKEN, token),
                directory,
                Map.copyOf(all));
    }

    /**
     * Those that the environment names.
     *
     * @throws UsageException if it names too few; a sentence for each
     */
    static Target real(Map<String, String> environment) {
        List<String> missing = new ArrayList<>();
        require(environment, ORG, "the org, as https://acme.okta.com", missing);
        if (!isSet(environment, TOKEN) && !(isSet(environment, CLIENT) && isSet(environment, KEY))) {
            missing.add(sentence(TOKEN, "the API token (or " + CLIENT + " with " + KEY + ", those of a service app)"));
        }
        require(environment, URL, "the directory, as ldaps://ldap.example.com", missing);
        require(environment, BIND_DN, "the account that reads the directory", missing);
        require(environment, PASSWORD, "the password of that account", missing);
        Map<String, String> properties = new HashMap<>();
        for (Setting setting : SETTINGS) {
            if (setting.otherwise() == null) {
                require(environment, setting.variable(), setting.meaning(), missing);
            }
            properties.put(
                    setting.property(),
                    isSet(environment, setting.variable()) ? environment.get(setting.variable()) : setting.otherwise());
        }
        if (isSet(environment, URL) && LdapServer.isOpen(environment.get(URL))) {
            missing.add(URL + " is not ldaps://: the password and the people would travel in clear text.");
        }
        if (!missing.isEmpty()) {
            throw new UsageException(missing);
        }
        LdapServer directory =
                new LdapServer(environment.get(URL), environment.get(BIND_DN), environment.get(PASSWORD));
        return new Target(
                "Okta: " + environment.get(ORG) + ", directory: " + directory,
                Map.copyOf(environment),
                directory,
                Map.copyOf(properties));
    }

    private static void require(
            Map<String, String> environment, String variable, String meaning, List<String> missing) {
        if (!isSet(environment, variable)) {
            missing.add(sentence(variable, meaning));
        }
    }

    private static String sentence(String variable, String meaning) {
        return "--real needs " + variable + " in the environment: " + meaning + ".";
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value != null && !value.isBlank();
    }

    /** Without what may hold credentials. */
    @Override
    public String toString() {
        return line;
    }
}
