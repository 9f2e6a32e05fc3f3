/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.ArtifactModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Camel's catalog, and the tools that are built on it, make of the metadata in the jar. */
class CamelCatalogTest {
    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final String JSON = "META-INF/io/github/camelokta/users/okta-users.json";
    private final CamelCatalog catalog = new DefaultCamelCatalog();

    CamelCatalogTest() {
        catalog.addComponent("okta-users", "io.github.camelokta.users.OktaUsersComponent", text(JSON));
    }

    @Test
    void a_tool_finds_the_component_in_the_jar() {
        Properties found = properties(SERVICES + "component.properties");
        assertThat(found)
                .containsEntry("components", "okta-users")
                .containsEntry("groupId", "io.github.camelokta")
                .containsEntry("artifactId", "camel-okta-users");
        // From the name to the class, and from its package to the JSON.
        String type = properties(SERVICES + "component/okta-users").getProperty("class");
        assertThat("META-INF/" + type.substring(0, type.lastIndexOf('.')).replace('.', '/') + "/okta-users.json")
                .isEqualTo(JSON);
        assertThat(catalog.findComponentNames()).contains("okta-users");
        ComponentModel model = catalog.componentModel("okta-users");
        assertThat(model.getTitle()).isEqualTo("Okta Users");
        assertThat(model.getFirstVersion()).isEqualTo("1.0.0");
        assertThat(model.getLabel()).isEqualTo("cloud,security");
        assertThat(model.getSyntax()).isEqualTo("okta-users:operation");
        assertThat(model.isConsumerOnly() || model.isProducerOnly()).isFalse();
        assertThat(model.isRemote()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okta-users:suspend?userId=00u1&idempotent=true",
                "okta-users:deactivateOrDelete?deletePolicy=deactivate",
                "okta-users:list?paging=stream&search=RAW(status eq \"ACTIVE\")",
                "okta-users:get?token={{okta.token}}&orgUrl={{okta.url}}"
            })
    void a_right_URI_of_a_producer_is_valid(String uri) {
        assertThat(validate(uri, false, true).isSuccess())
                .as(validate(uri, false, true).summaryErrorMessage(false))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "okta-users:list?mode=changes&detectDeletions=12h&offsetRepository=#cursors&delay=30000",
                "okta-users:list?delivery=page&greedy=false&userId=00u1"
            })
    void a_right_URI_of_a_consumer_is_valid(String uri) {
        assertThat(validate(uri, true, false).isSuccess())
                .as(validate(uri, true, false).summaryErrorMessage(false))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"okta-users:suspend?userIdent=a,userIdent", "okta-users:list?modus=changes,modus"})
    void an_unknown_option_is_named(String uri, String option) {
        assertThat(validate(uri, false, false).getUnknown()).containsExactly(option);
    }

    @ParameterizedTest
    @CsvSource({
        "okta-users:suspended,operation",
        "okta-users:list?mode=change,mode",
        "okta-users:list?paging=everything,paging",
        "okta-users:get?dpop=maybe,dpop",
        "okta-users:deactivateOrDelete?deletePolicy=erase,deletePolicy"
    })
    void a_wrong_choice_is_named(String uri, String option) {
        assertThat(validate(uri, false, false).getInvalidEnum()).containsOnlyKeys(option);
    }

    @ParameterizedTest
    @CsvSource({
        "okta-users:list?limit=many,limit",
        "okta-users:list?maxDeletions=1h,maxDeletions",
        "okta-users:list?prefetch=x,prefetch"
    })
    void a_wrong_number_is_named(String uri, String option) {
        assertThat(validate(uri, false, false).getInvalidInteger()).containsOnlyKeys(option);
    }

    @Test
    void an_option_on_the_wrong_side_is_named() {
        assertThat(validate("okta-users:list?deletePolicy=raw", true, false).getNotConsumerOnly())
                .containsExactly("deletePolicy");
        assertThat(validate("okta-users:suspend?mode=changes", false, true).getNotProducerOnly())
                .containsExactly("mode");
    }

    @Test
    void an_operation_is_required() {
        assertThat(catalog.componentModel("okta-users").getEndpointPathOptions())
                .allMatch(path -> path.isRequired());
    }

    @Test
    void properties_of_the_component_are_validated() {
        assertThat(catalog.validateConfigurationProperty("camel.component.okta-users.org-url=https://acme.okta.com")
                        .isSuccess())
                .isTrue();
        assertThat(catalog.validateConfigurationProperty("camel.component.okta-users.url=https://acme.okta.com")
                        .getUnknown())
                .isNotEmpty();
    }

    @Test
    void a_URI_is_made_of_properties_and_read_again() throws Exception {
        String uri = catalog.asEndpointUri("okta-users", Map.of("operation", "suspend", "userId", "00u1"), false);
        assertThat(uri).isEqualTo("okta-users:suspend?userId=00u1");
        assertThat(catalog.endpointProperties(uri)).containsEntry("operation", "suspend");
    }

    @Test
    void the_transformer_is_described() {
        String json = text(SERVICES + "transformer/okta-users-application-cloudevents.json");
        ArtifactModel<?> model = JsonMapper.generateTransformerModel(json);
        assertThat(model.getName()).isEqualTo("okta-users:application-cloudevents");
        assertThat(model.getArtifactId()).isEqualTo("camel-okta-users");
    }

    private EndpointValidationResult validate(String uri, boolean consumer, boolean producer) {
        return catalog.validateEndpointProperties(uri, false, consumer, producer);
    }

    private static Properties properties(String resource) {
        Properties properties = new Properties();
        try (InputStream in = CamelCatalogTest.class.getClassLoader().getResourceAsStream(resource)) {
            properties.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }

    private static String text(String resource) {
        try (InputStream in = CamelCatalogTest.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
