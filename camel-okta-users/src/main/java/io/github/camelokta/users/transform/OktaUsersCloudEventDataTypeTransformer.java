/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.camelokta.users.OktaUsersConstants;
import io.github.camelokta.users.OktaUsersEndpoint;
import io.github.camelokta.users.json.OktaJson;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Message;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.cloudevents.CloudEvents;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/**
 * Sets the headers of a CloudEvent of version 1.0 on a message of the consumer, and leaves its body alone.
 *
 * <p>{@code id} is the exchange's; {@code source} the org's list of users; {@code type} says what happened; {@code subject} is
 * the user's id, never a login; {@code time} is {@code lastUpdated}, or the exchange's own time where the body has none, as with a
 * deleted user.
 */
@DataTypeTransformer(
        name = "okta-users:application-cloudevents",
        description = "Adds CloudEvent headers to the Camel message with details of the Okta user that it carries")
public class OktaUsersCloudEventDataTypeTransformer extends Transformer {
    private static final String TYPE = CloudEvent.DEFAULT_CAMEL_CLOUD_EVENT_TYPE + ".okta.users";
    private static final String USERS = "/api/v1/users";
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = OktaJson.mapper();

    @Override
    public void transform(Message message, DataType fromType, DataType toType) {
        CloudEvent version = CloudEvents.v1_0;
        OktaUsersEndpoint endpoint = consumed(message.getExchange().getFromEndpoint());
        JsonNode user = user(message.getBody(), endpoint);

        Map<String, Object> headers = message.getHeaders();
        headers.putIfAbsent(
                CloudEvent.CAMEL_CLOUD_EVENT_ID, message.getExchange().getExchangeId());
        headers.putIfAbsent(CloudEvent.CAMEL_CLOUD_EVENT_VERSION, version.version());
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_TYPE, type(message, endpoint));
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE, endpoint == null ? USERS : endpoint.getServiceUrl() + USERS);
        String time = text(user, "lastUpdated");
        headers.put(
                CloudEvent.CAMEL_CLOUD_EVENT_TIME, time == null ? version.getEventTime(message.getExchange()) : time);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_CONTENT_TYPE, JSON);
        headers.put(CloudEvent.CAMEL_CLOUD_EVENT_DATA_CONTENT_TYPE, JSON);
        headers.remove(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT);
        String id = text(user, "id");
        if (id != null) {
            headers.put(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT, id);
        }
    }

    private static OktaUsersEndpoint consumed(Endpoint from) {
        return from instanceof OktaUsersEndpoint endpoint ? endpoint : null;
    }

    private static String type(Message message, OktaUsersEndpoint endpoint) {
        String change = message.getHeader(OktaUsersConstants.CHANGE_TYPE, String.class);
        if (change != null) {
            return TYPE + "." + change;
        }
        return endpoint == null ? TYPE : TYPE + "." + endpoint.getOperation();
    }

    private static String text(JsonNode user, String field) {
        return user.path(field).isTextual() ? user.path(field).textValue() : null;
    }

    /** The user in the body, whatever the endpoint's resultFormat or outputClass made of it; a page is no user. */
    private static JsonNode user(Object body, OktaUsersEndpoint endpoint) {
        ObjectMapper mapper =
                endpoint == null ? MAPPER : endpoint.getComponent().getObjectMapper();
        try {
            if (body instanceof JsonNode node) {
                return node;
            }
            if (body instanceof String json) {
                return mapper.readTree(json);
            }
            if (body instanceof byte[] json) {
                return mapper.readTree(json);
            }
            return body == null || body instanceof Iterable ? MissingNode.getInstance() : mapper.valueToTree(body);
        } catch (IOException | IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
