/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;

/**
 * The stub of lowest priority that stands for the org. Being one of WireMock's default mappings it survives
 * {@code wireMock().resetAll()}.
 */
final class CatchAllStub implements MappingsLoaderExtension {

    @Override
    public String getName() {
        return "simulated-okta-catch-all";
    }

    @Override
    public void loadMappingsInto(StubMappings mappings) {
        StubMapping stub = any(anyUrl())
                .atPriority(Integer.MAX_VALUE)
                .willReturn(aResponse().withTransformers(OrgTransformer.NAME))
                .build();
        mappings.addMapping(stub);
    }
}
