from coalition_app.accounts.commands import list_accounts, reset_password
from tests.conftest import PASSWORD, account_for

NEW = "a lighthouse keeps its own hours"


def run(app, command, *arguments, typed=""):
    return app.test_cli_runner().invoke(command, arguments, input=typed)


def test_a_password_is_reset_from_the_command_line(app, local):
    account = account_for("administrator")
    result = run(app, reset_password, account.email, typed=f"{NEW}\n{NEW}\n")
    assert result.exit_code == 0, result.output
    assert account_for("administrator").has_password(NEW)
    assert NEW not in result.output


def test_a_disabled_account_is_opened_again(app, local, db, clock):
    account_for("administrator").disable(clock.now)
    db.session.commit()
    run(app, reset_password, "administrator@local555.example", typed=f"{NEW}\n{NEW}\n")
    db.session.expire_all()
    assert account_for("administrator").is_active


def test_a_weak_password_is_refused_with_words(app, local):
    account = account_for("administrator")
    result = run(app, reset_password, account.email, typed="password123\npassword123\n")
    assert result.exit_code == 1
    assert "among the first that others try" in result.output
    assert account_for("administrator").has_password(PASSWORD)


def test_an_unknown_email_is_named(app, local):
    result = run(app, reset_password, "nobody@local555.example", typed=f"{NEW}\n{NEW}\n")
    assert result.exit_code == 1
    assert "No account has the email nobody@local555.example" in result.output


def test_the_accounts_are_listed(app, local):
    account_for("administrator")
    result = run(app, list_accounts)
    assert "administrator@local555.example  Sam Okafor, administrator" in result.output
