/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of directory sync. */
@UriParams
public class SyncConfiguration extends OrgConfiguration {
    private static final int DEFAULT_DEACTIVATIONS = 50;
    private static final int DEFAULT_PERCENT = 10;

    @UriParam(label = "producer,sync")
    private String compareAttributes;

    @UriParam(label = "producer,sync")
    private String ignoreAttributes;

    @UriParam(label = "producer,sync", defaultValue = "keep")
    private AbsentAttributes absentAttributes;

    @UriParam(label = "producer,sync")
    private String scope;

    @UriParam(label = "producer,sync")
    private String protect;

    @UriParam(label = "producer,sync", defaultValue = "ignore")
    private OnMissing onMissing;

    @UriParam(
            label = "producer,sync",
            defaultValue = "STAGED,PROVISIONED,LOCKED_OUT,PASSWORD_EXPIRED,RECOVERY,DEPROVISIONED")
    private String mayReactivate;

    @UriParam(label = "producer,sync", javaType = "java.time.Duration", defaultValue = "0")
    private Long minAge;

    @UriParam(label = "producer,sync", defaultValue = "true")
    private Boolean protectAdmins;

    @UriParam(label = "producer,sync", defaultValue = "50")
    private Integer maxDeactivations;

    @UriParam(label = "producer,sync", defaultValue = "10")
    private Integer maxChangePercent;

    @UriParam(label = "producer,sync", defaultValue = "1")
    private Integer minSourceSize;

    @UriParam(label = "producer,sync,advanced")
    private String workDirectory;

    ReconcileRules reconcileRules() {
        MassChangeLimits limits = new MassChangeLimits(
                maxDeactivations == null ? DEFAULT_DEACTIVATIONS : maxDeactivations,
                maxChangePercent == null ? DEFAULT_PERCENT : maxChangePercent,
                minSourceSize == null ? 1 : minSourceSize);
        return new ReconcileRules(
                scope,
                protect,
                accessRules(),
                attributeRules(),
                limits,
                workDirectory == null ? null : Path.of(workDirectory));
    }

    /** The names of the options that only reconcile takes, of those that are set. */
    List<String> reconcileOptions() {
        Map<String, Object> options = new TreeMap<>();
        put(options, "scope", scope);
        put(options, "protect", protect);
        put(options, "onMissing", onMissing);
        put(options, "maxDeactivations", maxDeactivations);
        put(options, "maxChangePercent", maxChangePercent);
        put(options, "minSourceSize", minSourceSize);
        put(options, "workDirectory", workDirectory);
        return List.copyOf(options.keySet());
    }

    /**
     * @throws IllegalArgumentException if mayReactivate names no status
     */
    AccessRules accessRules() {
        return new AccessRules(
                onMissing == null ? OnMissing.ignore : onMissing,
                AccessRules.statuses(mayReactivate),
                Duration.ofMillis(minAge == null ? 0 : minAge),
                protectAdmins == null || protectAdmins);
    }

    AttributeRules attributeRules() {
        return AttributeRules.of(
                compareAttributes,
                ignoreAttributes,
                absentAttributes == null ? AbsentAttributes.keep : absentAttributes);
    }

    /** The names of the options of directory sync that are set. */
    List<String> syncOptions() {
        Map<String, Object> options = new TreeMap<>();
        reconcileOptions().forEach(name -> options.put(name, name));
        put(options, "compareAttributes", compareAttributes);
        put(options, "ignoreAttributes", ignoreAttributes);
        put(options, "absentAttributes", absentAttributes);
        put(options, "mayReactivate", mayReactivate);
        put(options, "minAge", minAge);
        put(options, "protectAdmins", protectAdmins);
        return List.copyOf(options.keySet());
    }

    private static void put(Map<String, Object> options, String name, Object value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    public String getCompareAttributes() {
        return compareAttributes;
    }

    /** The attributes of the profile that ensure and reconcile compare and write, with commas between them; all unless it is set. Others are sent when a user is created and never again. */
    public void setCompareAttributes(String compareAttributes) {
        this.compareAttributes = compareAttributes;
    }

    public String getIgnoreAttributes() {
        return ignoreAttributes;
    }

    /** The attributes of the profile that ensure and reconcile send when a user is created and never look at again, with commas between them. */
    public void setIgnoreAttributes(String ignoreAttributes) {
        this.ignoreAttributes = ignoreAttributes;
    }

    public AbsentAttributes getAbsentAttributes() {
        return absentAttributes;
    }

    /** What ensure and reconcile do with an attribute that the wanted profile lacks: keep it as it is in Okta, or clear it. Login, email, firstName and lastName are never cleared. */
    public void setAbsentAttributes(AbsentAttributes absentAttributes) {
        this.absentAttributes = absentAttributes;
    }

    public String getScope() {
        return scope;
    }

    /** The search expression that says which users of Okta's the directory owns; required for reconcile. Others are never touched. */
    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getProtect() {
        return protect;
    }

    /** The search expression of the users that reconcile never writes to, such as break-glass and service accounts. */
    public void setProtect(String protect) {
        this.protect = protect;
    }

    public OnMissing getOnMissing() {
        return onMissing;
    }

    /** What reconcile does with users in the scope that the directory does not name: ignore, suspend or deactivate them. */
    public void setOnMissing(OnMissing onMissing) {
        this.onMissing = onMissing;
    }

    public String getMayReactivate() {
        return mayReactivate;
    }

    /** The statuses out of which ensure and reconcile may bring a user to ACTIVE, with commas between them. SUSPENDED is not among them unless it is named, since somebody suspended the user on purpose. */
    public void setMayReactivate(String mayReactivate) {
        this.mayReactivate = mayReactivate;
    }

    public Long getMinAge() {
        return minAge;
    }

    /** How long ago a user must have been created, and must have changed status, for ensure and reconcile to suspend or deactivate it. It should be longer than the directory's data may be old. */
    public void setMinAge(Long minAge) {
        this.minAge = minAge;
    }

    public Boolean getProtectAdmins() {
        return protectAdmins;
    }

    /** Whether ensure and reconcile never suspend or deactivate users who have a role of an administrator, and the user that the token belongs to. Reading roles needs the scope okta.roles.read. */
    public void setProtectAdmins(Boolean protectAdmins) {
        this.protectAdmins = protectAdmins;
    }

    public Integer getMaxDeactivations() {
        return maxDeactivations;
    }

    /** The largest number of users that one reconcile may deactivate or suspend. A plan beyond it is not carried out, and stops the endpoint until it is released. */
    public void setMaxDeactivations(Integer maxDeactivations) {
        this.maxDeactivations = maxDeactivations;
    }

    public Integer getMaxChangePercent() {
        return maxChangePercent;
    }

    /** The largest share, in percent, of the users in the scope that one reconcile may change. New users do not count, and neither do DEPROVISIONED ones in the whole. With 100 there is no limit. A plan beyond it is not carried out, and stops the endpoint until it is released. */
    public void setMaxChangePercent(Integer maxChangePercent) {
        this.maxChangePercent = maxChangePercent;
    }

    public Integer getMinSourceSize() {
        return minSourceSize;
    }

    /** The smallest number of users that the directory must name for reconcile to believe it. Fewer stop the endpoint until it is released. */
    public void setMinSourceSize(Integer minSourceSize) {
        this.minSourceSize = minSourceSize;
    }

    public String getWorkDirectory() {
        return workDirectory;
    }

    /** The directory in which reconcile keeps its plan while it works, and the plans that went beyond a limit; the system's directory for temporary files unless it is set. */
    public void setWorkDirectory(String workDirectory) {
        this.workDirectory = workDirectory;
    }
}
