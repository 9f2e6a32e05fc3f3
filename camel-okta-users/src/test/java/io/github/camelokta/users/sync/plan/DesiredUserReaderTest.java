/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelokta.users.sync.plan.DesiredUser.DesiredUserReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredUserReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                   | needs a JSON object for each user",
                "{}                                                   | needs the id or the login of a wanted user",
                "{'profile':{'city':'Oslo'}}                          | needs the id or the login of a wanted user",
                "{'login':' '}                                        | needs a text that is not blank as login",
                "{'login':7}                                          | needs a text that is not blank as login",
                "{'profile':{'login':''}}                             | needs a text that is not blank as login",
                "{'id':'ann@acme.com'}                                | needs 00u and 17 letters or digits as id: give a login as login",
                "{'login':'a@b.c','profile':{'login':'d@e.f'}}        | found two logins: give the id and the new login to rename a user",
                "{'login':'a@b.c','status':'active'}                  | needs STAGED, ACTIVE, SUSPENDED or DEPROVISIONED as status, or none to leave it as it is",
                "{'login':'a@b.c','status':'LOCKED_OUT'}              | needs STAGED, ACTIVE, SUSPENDED or DEPROVISIONED as status, or none to leave it as it is",
                "{'login':'a@b.c','profile':[]}                       | needs an object as profile",
                "{'login':'a@b.c','credentials':'secret'}             | needs an object as credentials",
                "{'login':'a@b.c','staus':'ACTIVE'}                   | knows no property staus of a wanted user: it takes id, login, profile, status and credentials",
            })
    void what_is_not_understood_is_refused(String json, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json)).withMessage("ensure " + sentence);
    }

    @Test
    void the_login_may_stand_on_top_or_in_the_profile() throws Exception {
        for (String json : new String[] {
            "{'login':' a@b.c '}", "{'profile':{'login':'a@b.c'}}", "{'login':'a@b.c','profile':{'login':'A@B.c'}}"
        }) {
            DesiredUser user = read(json);
            assertThat(user.login()).isEqualTo("a@b.c");
            assertThat(user.profile().path("login").asText()).isEqualTo("a@b.c");
            assertThat(user.toString()).doesNotContain("a@b.c");
        }
    }

    private static DesiredUser read(String json) throws Exception {
        return new DesiredUserReader("ensure").read(new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
