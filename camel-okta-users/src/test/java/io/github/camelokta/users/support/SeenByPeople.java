/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.support;

import io.github.camelokta.users.api.OktaUsersException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;

/** Collects what a person or a tool may read: logs, exceptions, URIs, dumps of routes, JMX, names of threads. */
public final class SeenByPeople {
    private final List<String> texts = new ArrayList<>();

    public List<String> texts() {
        return texts;
    }

    public void add(String text) {
        texts.add(String.valueOf(text));
    }

    /** Its stack trace with all causes, and what it tells by methods of its own. */
    public void add(Throwable failure) {
        if (failure == null) {
            return;
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        add(text.toString());
        if (failure instanceof OktaUsersException e) {
            add(e.getErrorSummary() + e.getErrorCauses() + e.getErrorCode() + e.getErrorId() + e.getRequestId());
        }
    }

    /** All that a context shows of itself. */
    public void look(CamelContext context) throws Exception {
        context.getEndpoints().forEach(endpoint -> add(endpoint.toString() + endpoint.getEndpointBaseUri()));
        Thread.getAllStackTraces().keySet().forEach(thread -> add(thread.getName()));
        var managed = context.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedCamelContext();
        add(managed.dumpRoutesAsXml(true, true));
        add(managed.dumpRoutesAsYaml(true, true));
        add(managed.dumpRoutesStatsAsXml(true, true));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
            add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (attribute.isReadable()) {
                    try {
                        add(name + " " + attribute.getName() + " " + server.getAttribute(name, attribute.getName()));
                    } catch (Exception e) {
                        add(e);
                    }
                }
            }
        }
    }
}
