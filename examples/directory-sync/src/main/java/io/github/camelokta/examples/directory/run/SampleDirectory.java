/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.examples.directory.run;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import java.net.InetAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An LDAP server in this JVM, on a free port of the loopback interface, which lets only its reader search. */
final class SampleDirectory implements AutoCloseable {
    /** The entry that people are below of. */
    static final String PEOPLE = "ou=people,dc=example,dc=com";

    private static final String READER = "cn=reader,dc=example,dc=com";
    private static final String PASSWORD = "sample-password";

    private final Map<String, Person> people = new LinkedHashMap<>();
    private final InMemoryDirectoryServer server;

    private SampleDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    /** Starts it. It must be closed: its thread keeps the JVM alive. */
    static SampleDirectory start(List<Person> people) throws LDAPException {
        return start(people, 0);
    }

    /** @param sizeLimit how many entries a search gives before it is broken off; 0 for all */
    static SampleDirectory start(List<Person> people, int sizeLimit) throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("ldap", InetAddress.getLoopbackAddress(), 0, null));
        config.addAdditionalBindCredentials(READER, PASSWORD);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        config.setMaxSizeLimit(sizeLimit);
        SampleDirectory directory = new SampleDirectory(new InMemoryDirectoryServer(config));
        directory.server.add(
                "dc=example,dc=com", new Attribute("objectClass", "domain"), new Attribute("dc", "example"));
        directory.server.add(PEOPLE, new Attribute("objectClass", "organizationalUnit"), new Attribute("ou", "people"));
        for (Person person : people) {
            directory.put(person);
        }
        directory.server.startListening();
        return directory;
    }

    LdapServer server() {
        return new LdapServer("ldap://127.0.0.1:" + server.getListenPort(), READER, PASSWORD);
    }

    /** Who is there. */
    Collection<Person> people() {
        return List.copyOf(people.values());
    }

    /** Adds somebody, or replaces who has the same uid. */
    void put(Person person) throws LDAPException {
        if (people.containsKey(person.uid())) {
            remove(person);
        }
        Entry entry = new Entry(dn(person));
        entry.addAttribute("objectClass", "inetOrgPerson");
        entry.addAttribute("uid", person.uid());
        person.attributes().forEach(entry::addAttribute);
        server.add(entry);
        people.put(person.uid(), person);
    }

    void remove(Person person) throws LDAPException {
        server.delete(dn(person));
        people.remove(person.uid());
    }

    private static String dn(Person person) {
        return "uid=" + person.uid() + "," + PEOPLE;
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
