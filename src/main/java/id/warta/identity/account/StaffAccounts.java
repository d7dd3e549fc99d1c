package id.warta.identity.account;

import java.time.InstantSource;
import java.util.Map;

import id.warta.identity.SignInElsewhere;
import id.warta.identity.Staff;
import id.warta.identity.StaffChanges;
import id.warta.identity.session.PasswordLinks;
import id.warta.identity.session.Sessions;
import id.warta.platform.NodeId;
import id.warta.platform.access.Differences;
import id.warta.platform.access.Permission;
import id.warta.platform.access.Role;
import id.warta.platform.access.Viewer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * What administrators do with accounts.
 */
@Service
class StaffAccounts {

	private final StaffTable table;

	private final Administrators administrators;

	private final PasswordLinks links;

	private final Sessions sessions;

	private final StaffChanges changes;

	private final SignInElsewhere elsewhere;

	private final InstantSource clock;

	StaffAccounts(StaffTable table, Administrators administrators, PasswordLinks links, Sessions sessions,
			StaffChanges changes, SignInElsewhere elsewhere, InstantSource clock) {
		this.table = table;
		this.administrators = administrators;
		this.links = links;
		this.sessions = sessions;
		this.changes = changes;
		this.elsewhere = elsewhere;
		this.clock = clock;
	}

	/**
	 * Makes an account without a password, and the link by which its owner sets one.
	 */
	Mono<StaffLinkPayload> invite(Viewer viewer, InviteStaffInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		this.elsewhere.refuse();
		return this.table
			.insert(input.address(), StaffInputs.name(input.name()), StaffInputs.roles(input.roles()), input.author())
			.flatMap((staff) -> this.links.create(staff.id()).map((link) -> new StaffLinkPayload(staff, link)))
			.delayUntil((made) -> this.changes.changed(viewer, "inviteStaff", made.staff().id(),
					Map.of("email", made.staff().email(), "roles", made.staff().roles())))
			.as(this.changes::commit);
	}

	/**
	 * Makes a link by which somebody sets a new password. The old one works up to then.
	 */
	Mono<StaffLinkPayload> resetPassword(Viewer viewer, StaffInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		this.elsewhere.refuse();
		return this.table.lock(input.id())
			.flatMap((staff) -> this.links.create(staff.id()).map((link) -> new StaffLinkPayload(staff, link)))
			.delayUntil((made) -> this.changes.changed(viewer, "resetStaffPassword", made.staff().id(), Map.of()))
			.as(this.changes::commit);
	}

	/**
	 * Says what somebody is from now on.
	 */
	Mono<Staff> changeRoles(Viewer viewer, ChangeStaffRolesInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		this.elsewhere.refuse();
		long id = input.id();
		var roles = StaffInputs.roles(input.roles());
		Mono<Void> guard = roles.contains(Role.ADMIN) ? Mono.empty() : this.administrators.requireAnother(id);
		return guard.then(this.table.lock(id))
			.flatMap((before) -> this.table.setRoles(id, roles))
			.delayUntil((staff) -> this.changes.changed(viewer, "changeStaffRoles", id, Map.of("roles", staff.roles())))
			.as(this.changes::commit);
	}

	/**
	 * Takes somebody's access: their sessions end, their machines' tokens are refused.
	 */
	Mono<Staff> disable(Viewer viewer, StaffInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		long id = input.id();
		return this.administrators.requireAnother(id)
			.then(this.table.lock(id))
			.delayUntil((staff) -> this.sessions.endAll(id, this.clock.instant()))
			.delayUntil((staff) -> this.links.revoke(id))
			.flatMap((staff) -> this.table.setDisabled(id, this.clock.instant()))
			.delayUntil((staff) -> this.changes.changed(viewer, "disableStaff", id, Map.of()))
			.as(this.changes::commit);
	}

	/**
	 * Gives somebody their access back.
	 */
	Mono<Staff> enable(Viewer viewer, StaffInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		long id = input.id();
		return this.table.lock(id)
			.flatMap((staff) -> this.table.setDisabled(id, null))
			.delayUntil((staff) -> this.changes.changed(viewer, "enableStaff", id, Map.of()))
			.as(this.changes::commit);
	}

	/**
	 * Changes what others see of somebody.
	 */
	Mono<Staff> edit(Viewer viewer, EditStaffInput input) {
		viewer.require(Permission.MANAGE_STAFF);
		return this.table.lock(input.id())
			.flatMap((before) -> this.table
				.setProfile(before.id(), input.nameOr(before.name()), input.authorOr(before.authorId()))
				.delayUntil((after) -> this.changes.changed(viewer, "editStaff", after.id(), edited(before, after))))
			.as(this.changes::commit);
	}

	private static Map<String, ?> edited(Staff before, Staff after) {
		return new Differences().of("name", before.name(), after.name())
			.of("authorId", author(before), author(after))
			.details();
	}

	private static @Nullable String author(Staff staff) {
		return (staff.authorId() != null) ? new NodeId("Author", staff.authorId()).toString() : null;
	}

}
