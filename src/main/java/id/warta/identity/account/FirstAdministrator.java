package id.warta.identity.account;

import java.time.Duration;
import java.util.Map;

import id.warta.embedded.OnNoPostgres;
import id.warta.eventlog.EventLog;
import id.warta.identity.StaffDirectory;
import id.warta.identity.session.PasswordRules;
import id.warta.identity.session.Passwords;
import id.warta.platform.InvalidInputException;
import id.warta.platform.SetupException;
import id.warta.platform.access.AuditLog;
import id.warta.platform.access.Viewer;
import id.warta.platform.input.InputEmail;
import id.warta.platform.secret.Secrets;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Makes somebody who can make the others: by the operator's properties, or else, on an
 * embedded database without any staff, by a password that is printed once and has to be
 * changed first.
 */
class FirstAdministrator implements SmartLifecycle {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Before what nodes hold in memory is read. */
	private static final int PHASE = -50;

	private static final String NO_ADMINISTRATOR = "select not exists (select from staff where 'ADMIN' = any(roles) and "
			+ Administrators.BY_PASSWORD + ") as wanted";

	private static final String NO_STAFF = "select not exists (select from staff) as wanted";

	private static final String NOBODY = "admin@localhost";

	private static final int PASSWORD_LENGTH = 20;

	private final AdminProperties properties;

	private final boolean embedded;

	private final DatabaseClient database;

	private final Passwords passwords;

	private final AuditLog audit;

	private final EventLog events;

	private final TransactionalOperator transaction;

	private volatile boolean running;

	FirstAdministrator(AdminProperties properties, Environment environment, DatabaseClient database,
			Passwords passwords, AuditLog audit, EventLog events, TransactionalOperator transaction) {
		this.properties = properties;
		this.embedded = OnNoPostgres.matches(environment);
		this.database = database;
		this.passwords = passwords;
		this.audit = audit;
		this.events = events;
		this.transaction = transaction;
	}

	/**
	 * Blocks the main thread: the operator is to see what is printed, or what is wrong.
	 */
	@Override
	public void start() {
		if (this.properties.isSet()) {
			create(given(), NO_ADMINISTRATOR).block(PATIENCE);
		}
		else if (this.embedded) {
			create(new Candidate(NOBODY, Secrets.text().substring(0, PASSWORD_LENGTH), true), NO_STAFF)
				.doOnNext(FirstAdministrator::print)
				.block(PATIENCE);
		}
		this.running = true;
	}

	private record Candidate(String email, String password, boolean mustChange) {

	}

	private Candidate given() {
		String email = String.valueOf(this.properties.email());
		String password = String.valueOf(this.properties.password());
		try {
			PasswordRules.check(password, email, "password");
			return new Candidate(InputEmail.of(email, "email"), password, false);
		}
		catch (InvalidInputException ex) {
			throw new SetupException("warta.admin." + ex.argument() + " can't be used: " + ex.getMessage());
		}
	}

	/** Of several nodes that start at a time, one does it. */
	private Mono<Candidate> create(Candidate candidate, String condition) {
		return isWanted(condition).filter((wanted) -> wanted)
			.flatMap((wanted) -> this.passwords.encode(candidate.password()))
			.flatMap((hash) -> this.database.sql("lock table staff in share row exclusive mode")
				.then()
				.then(isWanted(condition))
				.filter((wanted) -> wanted)
				.flatMap((wanted) -> write(candidate, hash))
				.as(this.transaction::transactional))
			.map((id) -> candidate);
	}

	private Mono<Boolean> isWanted(String condition) {
		return this.database.sql(condition).mapValue(Boolean.class).one();
	}

	private Mono<Long> write(Candidate candidate, String hash) {
		return this.database.sql("""
				insert into staff (email, name, roles, password, password_must_change)
				values (:email, 'Administrator', array[:role], :hash, :change)
				on conflict (email) do update set roles = array_append(array_remove(staff.roles, :role), :role),
				    password = excluded.password, issuer = null, subject = null, disabled_at = null,
				    token_generation = staff.token_generation + 1
				returning id""")
			.bind("email", candidate.email())
			.bind("role", "ADMIN")
			.bind("hash", hash)
			.bind("change", candidate.mustChange())
			.mapValue(Long.class)
			.one()
			.delayUntil((id) -> this.audit.append(Viewer.OPERATOR, "createFirstAdministrator", "Staff", id, Map.of()))
			.delayUntil((id) -> this.events.append(StaffDirectory.CHANGED, "Staff", id, Map.of()));
	}

	private static void print(Candidate candidate) {
		System.out.printf("""

				  The newsroom's first administrator: sign in as %s
				  with the one-time password %s
				  It is shown this once, and has to be changed first.

				""", candidate.email(), candidate.password());
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
