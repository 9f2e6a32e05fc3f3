/* SPDX-License-Identifier: Apache-2.0 */
package io.github.camelokta.users;

import io.github.camelokta.users.api.AbsentAttributes;
import io.github.camelokta.users.api.DeletePolicy;
import io.github.camelokta.users.api.Delivery;
import io.github.camelokta.users.api.ListMode;
import io.github.camelokta.users.api.OnError;
import io.github.camelokta.users.api.OnMissing;
import io.github.camelokta.users.api.Paging;
import io.github.camelokta.users.api.ResultFormat;
import io.github.camelokta.users.operation.OperationParam;
import io.github.camelokta.users.sync.plan.AccessRules;
import io.github.camelokta.users.sync.plan.AttributeRules;
import io.github.camelokta.users.sync.plan.MassChangeLimits;
import io.github.camelokta.users.sync.plan.ReconcileRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of an endpoint besides its org and credentials: the parameters of the operations, how results are handed over, what a
 * consumer delivers, and directory sync. Long because Camel wants a field, a getter and a setter for each.
 */
@Configurer
@UriParams
public class OktaUsersConfiguration extends OrgConfiguration {
    private static final int DEFAULT_DEACTIVATIONS = 50;
    private static final int DEFAULT_PERCENT = 10;

    @UriParam
    private String userId;

    @UriParam(label = "producer")
    private String associatedUserId;

    @UriParam(label = "producer")
    private String primaryUserId;

    @UriParam(label = "producer")
    private String relationshipName;

    @UriParam(label = "producer")
    private String primaryRelationshipName;

    @UriParam
    private String roleId;

    @UriParam(label = "producer")
    private String groupId;

    @UriParam(label = "producer")
    private String appName;

    @UriParam(label = "producer")
    private String applicationId;

    @UriParam
    private String clientId;

    @UriParam(label = "producer")
    private String grantId;

    @UriParam(label = "producer")
    private String tokenId;

    @UriParam
    private String q;

    @UriParam
    private String search;

    @UriParam
    private String filter;

    @UriParam
    private String sortBy;

    @UriParam
    private String sortOrder;

    @UriParam
    private String fields;

    @UriParam
    private String after;

    @UriParam
    private Integer limit;

    @UriParam
    private String expand;

    @UriParam(label = "producer")
    private Boolean activate;

    @UriParam(label = "producer")
    private Boolean provider;

    @UriParam(label = "producer")
    private String nextLogin;

    @UriParam(label = "producer")
    private Boolean strict;

    @UriParam(label = "producer")
    private Boolean sendEmail;

    @UriParam(label = "producer")
    private Boolean revokeSessions;

    @UriParam(displayName = "OAuth Tokens", label = "producer")
    private Boolean oauthTokens;

    @UriParam(label = "producer")
    private Boolean forgetDevices;

    @UriParam(label = "producer")
    private Boolean disableNotifications;

    @UriParam
    private String scopeId;

    @UriParam(label = "producer,advanced", defaultValue = "false")
    private boolean allowOperationHeader = false;

    @UriParam(defaultValue = "map")
    private ResultFormat resultFormat = ResultFormat.map;

    @UriParam
    private String outputClass;

    @UriParam(label = "producer", defaultValue = "all")
    private Paging paging = Paging.all;

    @UriParam(label = "producer", defaultValue = "10000")
    private int maxResults = 10000;

    @UriParam(label = "producer")
    private DeletePolicy deletePolicy;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean idempotent;

    @UriParam(label = "producer", defaultValue = "false")
    private boolean dryRun;

    @UriParam(label = "producer", defaultValue = "error", enums = "error,null")
    private String notFound = "error";

    @UriParam(label = "consumer", defaultValue = "all")
    private ListMode mode = ListMode.all;

    @UriParam(label = "consumer", defaultValue = "user")
    private Delivery delivery = Delivery.user;

    @UriParam(label = "consumer")
    private StateRepository<String, String> offsetRepository;

    @UriParam(label = "consumer")
    private String name;

    @UriParam(label = "consumer", defaultValue = "beginning")
    private String startFrom = "beginning";

    @UriParam(label = "consumer", javaType = "java.time.Duration", defaultValue = "60000")
    private long horizon = 60_000;

    @UriParam(label = "consumer", javaType = "java.time.Duration")
    private long detectDeletions;

    @UriParam(label = "consumer")
    private Integer maxDeletions;

    @UriParam(label = "consumer", defaultValue = "retry")
    private OnError onError = OnError.retry;

    @UriParam(label = "consumer", defaultValue = "true")
    private Boolean includeDeprovisioned;

    @UriParam(label = "consumer", defaultValue = "1")
    private int prefetch = 1;

    @UriParam(label = "consumer")
    private int maxMessagesPerPoll;

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

    /** Whether the consumer's list is that of all users, whatever their status. */
    boolean listsEverybody() {
        return !hasQuery() && !Boolean.FALSE.equals(includeDeprovisioned);
    }

    /** Whether the list of users is limited by an expression. */
    boolean hasQuery() {
        return search != null || filter != null || q != null;
    }

    /** The value of a parameter of the operations; null where it is not set. */
    Object parameter(OperationParam param) {
        return switch (param) {
            case userId -> userId;
            case associatedUserId -> associatedUserId;
            case primaryUserId -> primaryUserId;
            case relationshipName -> relationshipName;
            case primaryRelationshipName -> primaryRelationshipName;
            case roleId -> roleId;
            case groupId -> groupId;
            case appName -> appName;
            case applicationId -> applicationId;
            case clientId -> clientId;
            case grantId -> grantId;
            case tokenId -> tokenId;
            case q -> q;
            case search -> search;
            case filter -> filter;
            case sortBy -> sortBy;
            case sortOrder -> sortOrder;
            case fields -> fields;
            case after -> after;
            case limit -> limit;
            case expand -> expand;
            case activate -> activate;
            case provider -> provider;
            case nextLogin -> nextLogin;
            case strict -> strict;
            case sendEmail -> sendEmail;
            case revokeSessions -> revokeSessions;
            case oauthTokens -> oauthTokens;
            case forgetDevices -> forgetDevices;
            case disableNotifications -> disableNotifications;
            case scopeId -> scopeId;
        };
    }

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

    public String getUserId() {
        return userId;
    }

    /** The user's id. Where Okta takes it also the login or an unambiguous short login name. */
    public void setUserId(String userId) {
        this.userId = userId;
    }

    public String getAssociatedUserId() {
        return associatedUserId;
    }

    /** The id or login of the user at the associated end of a linked object. */
    public void setAssociatedUserId(String associatedUserId) {
        this.associatedUserId = associatedUserId;
    }

    public String getPrimaryUserId() {
        return primaryUserId;
    }

    /** The id of the user at the primary end of a linked object. */
    public void setPrimaryUserId(String primaryUserId) {
        this.primaryUserId = primaryUserId;
    }

    public String getRelationshipName() {
        return relationshipName;
    }

    /** The name of a linked object's relationship, primary or associated. */
    public void setRelationshipName(String relationshipName) {
        this.relationshipName = relationshipName;
    }

    public String getPrimaryRelationshipName() {
        return primaryRelationshipName;
    }

    /** The name of a linked object's primary relationship. */
    public void setPrimaryRelationshipName(String primaryRelationshipName) {
        this.primaryRelationshipName = primaryRelationshipName;
    }

    public String getRoleId() {
        return roleId;
    }

    /** The id of a role assignment. */
    public void setRoleId(String roleId) {
        this.roleId = roleId;
    }

    public String getGroupId() {
        return groupId;
    }

    /** The id of a group. */
    public void setGroupId(String groupId) {
        this.groupId = groupId;
    }

    public String getAppName() {
        return appName;
    }

    /** The name of an application in Okta's catalog, such as salesforce. */
    public void setAppName(String appName) {
        this.appName = appName;
    }

    public String getApplicationId() {
        return applicationId;
    }

    /** The id of an application instance. */
    public void setApplicationId(String applicationId) {
        this.applicationId = applicationId;
    }

    public String getClientId() {
        return clientId;
    }

    /** The client id of an OAuth application. */
    public void setClientId(String clientId) {
        this.clientId = clientId;
    }

    public String getGrantId() {
        return grantId;
    }

    /** The id of a scope consent grant. */
    public void setGrantId(String grantId) {
        this.grantId = grantId;
    }

    public String getTokenId() {
        return tokenId;
    }

    /** The id of a refresh token. */
    public void setTokenId(String tokenId) {
        this.tokenId = tokenId;
    }

    public String getQ() {
        return q;
    }

    /** Finds users whose first name, last name or email starts with this text; not paged by Okta. */
    public void setQ(String q) {
        this.q = q;
    }

    public String getSearch() {
        return search;
    }

    /** An expression over any profile attribute and most user properties; includes deprovisioned users. */
    public void setSearch(String search) {
        // What a placeholder with an empty default leaves, as in a kamelet.
        this.search = search == null || search.isBlank() ? null : search;
    }

    public String getFilter() {
        return filter;
    }

    /** An expression over a few user properties; includes deprovisioned users. */
    public void setFilter(String filter) {
        this.filter = filter;
    }

    public String getSortBy() {
        return sortBy;
    }

    /** The property to sort by; only together with search. */
    public void setSortBy(String sortBy) {
        this.sortBy = sortBy;
    }

    public String getSortOrder() {
        return sortOrder;
    }

    /** The order of sorting, asc or desc; only together with sortBy. */
    public void setSortOrder(String sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getFields() {
        return fields;
    }

    /** The fields to return, such as id,status,profile:(firstName,city). */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public String getAfter() {
        return after;
    }

    /** The cursor of the page to read, as it came with the page before. */
    public void setAfter(String after) {
        this.after = after;
    }

    public Integer getLimit() {
        return limit;
    }

    /** The number of results on a page, 200 at most. */
    public void setLimit(Integer limit) {
        this.limit = limit;
    }

    public String getExpand() {
        return expand;
    }

    /** What to embed in the result, as the operation allows it. */
    public void setExpand(String expand) {
        this.expand = expand;
    }

    public Boolean getActivate() {
        return activate;
    }

    /** Whether to activate the new user; Okta's default is true. */
    public void setActivate(Boolean activate) {
        this.activate = activate;
    }

    public Boolean getProvider() {
        return provider;
    }

    /** Whether the new user signs in through the given authentication provider. */
    public void setProvider(Boolean provider) {
        this.provider = provider;
    }

    public String getNextLogin() {
        return nextLogin;
    }

    /** With changePassword the new user must change the password at the first sign-in. */
    public void setNextLogin(String nextLogin) {
        this.nextLogin = nextLogin;
    }

    public Boolean getStrict() {
        return strict;
    }

    /** Whether password policy is enforced on the new password, age and history included. */
    public void setStrict(Boolean strict) {
        this.strict = strict;
    }

    public Boolean getSendEmail() {
        return sendEmail;
    }

    /** Whether Okta sends its mail about this; Okta's default differs between operations. */
    public void setSendEmail(Boolean sendEmail) {
        this.sendEmail = sendEmail;
    }

    public Boolean getRevokeSessions() {
        return revokeSessions;
    }

    /** Whether the user's sessions end as well. */
    public void setRevokeSessions(Boolean revokeSessions) {
        this.revokeSessions = revokeSessions;
    }

    public Boolean getOauthTokens() {
        return oauthTokens;
    }

    /** Whether OpenID Connect and OAuth refresh and access tokens are revoked too. */
    public void setOauthTokens(Boolean oauthTokens) {
        this.oauthTokens = oauthTokens;
    }

    public Boolean getForgetDevices() {
        return forgetDevices;
    }

    /** Whether the user's remembered factors on all devices are forgotten too. */
    public void setForgetDevices(Boolean forgetDevices) {
        this.forgetDevices = forgetDevices;
    }

    public Boolean getDisableNotifications() {
        return disableNotifications;
    }

    /** Whether the new administrator gets none of Okta's mails to administrators. */
    public void setDisableNotifications(Boolean disableNotifications) {
        this.disableNotifications = disableNotifications;
    }

    public String getScopeId() {
        return scopeId;
    }

    /** The id of the scope whose grants are listed. */
    public void setScopeId(String scopeId) {
        this.scopeId = scopeId;
    }

    public boolean isAllowOperationHeader() {
        return allowOperationHeader;
    }

    /** Whether the header CamelOktaUsersOperation may choose another operation than the one in the URI. Off by default, so that a message from outside cannot turn a read into a deletion. */
    public void setAllowOperationHeader(boolean allowOperationHeader) {
        this.allowOperationHeader = allowOperationHeader;
    }

    public ResultFormat getResultFormat() {
        return resultFormat;
    }

    /** What a result is handed over as: map (Map, or List of Map), json (JsonNode), string, bytes, or stream. */
    public void setResultFormat(ResultFormat resultFormat) {
        this.resultFormat = resultFormat;
    }

    public String getOutputClass() {
        return outputClass;
    }

    /** The fully qualified name of the class to bind results to. Only together with the resultFormat map. */
    public void setOutputClass(String outputClass) {
        this.outputClass = outputClass;
    }

    public Paging getPaging() {
        return paging;
    }

    /** How a list is read: all pages into one body; one page; or as a stream, a lazy Iterator of constant memory that is closed with the exchange. */
    public void setPaging(Paging paging) {
        this.paging = paging;
    }

    public int getMaxResults() {
        return maxResults;
    }

    /** The largest number of results with paging=all. A longer list is an error, never cut. */
    public void setMaxResults(int maxResults) {
        this.maxResults = maxResults;
    }

    public DeletePolicy getDeletePolicy() {
        return deletePolicy;
    }

    /** What deactivateOrDelete may do, required there. With deactivate the user is looked at first and nothing is sent for one who is DEPROVISIONED. With delete only a user seen as DEPROVISIONED is erased, anybody else is an error. With raw one bare DELETE is sent, which deactivates at first and erases the second time. Between the look and the DELETE another client may still change the user; the operation deactivate has no such gap. */
    public void setDeletePolicy(DeletePolicy deletePolicy) {
        this.deletePolicy = deletePolicy;
    }

    public boolean isIdempotent() {
        return idempotent;
    }

    /** Whether it is a success if what the operation does is so already, such as suspending a suspended user. It counts only if Okta refuses the call for that and a read confirms it; then the body is left alone and CamelOktaUsersChanged is false. For operations whose effect can be read back. */
    public void setIdempotent(boolean idempotent) {
        this.idempotent = idempotent;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether to write nothing and answer with the list of requests that would go out, secrets masked. Reads that come before a write are made. For operations that write. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getNotFound() {
        return notFound;
    }

    /** What a 404 is: an error, or (null) an empty body. Null is for reads, and for operations that revoke or remove something, where the 404 counts only if a read confirms that the thing is gone. */
    public void setNotFound(String notFound) {
        this.notFound = notFound;
    }

    public Delivery getDelivery() {
        return delivery;
    }

    /** What an exchange carries: one element of the list, such as a user, or a whole page of them. */
    public void setDelivery(Delivery delivery) {
        this.delivery = delivery;
    }

    public Boolean getIncludeDeprovisioned() {
        return includeDeprovisioned;
    }

    /**
     * Whether deprovisioned users are listed too. Only for the list of users without search, filter or q, which Okta gives
     * without them.
     */
    public void setIncludeDeprovisioned(Boolean includeDeprovisioned) {
        this.includeDeprovisioned = includeDeprovisioned;
    }

    public int getPrefetch() {
        return prefetch;
    }

    /** How many pages are read ahead while one is worked on. With 0 a page is read when it is needed. */
    public void setPrefetch(int prefetch) {
        this.prefetch = prefetch;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The largest number of exchanges of one poll; the next poll goes on from there. With 0 there is no limit. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public ListMode getMode() {
        return mode;
    }

    /** What a poll delivers: everything that the query matches, or (changes) the users who changed since they were delivered last, for the operation list alone. */
    public void setMode(ListMode mode) {
        this.mode = mode;
    }

    public StateRepository<String, String> getOffsetRepository() {
        return offsetRepository;
    }

    /** Where the cursor is kept with mode=changes. Without one it is kept in memory and lost with the process. */
    public void setOffsetRepository(StateRepository<String, String> offsetRepository) {
        this.offsetRepository = offsetRepository;
    }

    public String getName() {
        return name;
    }

    /** The last part of the key under which the cursor is kept; the id of the route unless it is set. */
    public void setName(String name) {
        this.name = name;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /** Where mode=changes starts when no cursor is kept: beginning, now, or an instant such as 2026-01-31T12:00:00Z. */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public long getHorizon() {
        return horizon;
    }

    /** How far behind the newest change each poll of mode=changes looks again, for users who show late in the search. */
    public void setHorizon(long horizon) {
        this.horizon = horizon;
    }

    public long getDetectDeletions() {
        return detectDeletions;
    }

    /** How often mode=changes reads the ids of all users, to find who was deleted or left the search. Off unless it is set; not less than horizon. */
    public void setDetectDeletions(long detectDeletions) {
        this.detectDeletions = detectDeletions;
    }

    public Integer getMaxDeletions() {
        return maxDeletions;
    }

    /** How many users detectDeletions may miss at once; with more the poll fails and reports none of them. Unless it is set, 1 percent of the known users, but not less than 10 or more than 100. */
    public void setMaxDeletions(Integer maxDeletions) {
        this.maxDeletions = maxDeletions;
    }

    public OnError getOnError() {
        return onError;
    }

    /** What becomes of a changed user whose exchange failed: delivered first at the next poll, or logged and passed over. */
    public void setOnError(OnError onError) {
        this.onError = onError;
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
