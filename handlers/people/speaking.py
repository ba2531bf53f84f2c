"""考核任务: which campaigns a person is in, and which of them the talk is about."""

from dataclasses import replace

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.people.speaker import Speaker
from store.records import Account, Contact
from store.unit_of_work import UnitOfWork


def speaker_of(account: Account, uow: UnitOfWork) -> Speaker | None:
    """The person that the account speaks as: in the campaign chosen last, else in the one opened last.

    Where none runs any more it is the last one: what was reported there can still be looked at.
    """
    chosen = [person for person in account.contacts if person.campaign_id == account.current_campaign_id]
    last = None
    for person in (*chosen, *reversed(account.contacts)):
        campaign = uow.campaigns.get(person.campaign_id)
        if campaign is not None and (campaign.state == "open" or chosen):
            return Speaker(as_asked(account, person), person, campaign)
        if campaign is not None and last is None:
            last = Speaker(as_asked(account, person), person, campaign)
    return last


def as_asked(account: Account, person: Contact) -> Account:
    """The account without a question that it was asked as somebody else, in another campaign or role."""
    dialog = account.dialog
    same = dialog is None or (
        dialog.get("asked") == person.id and dialog.get("as_role", person.role) == person.role
    )
    return account if same else replace(account, dialog=None)


def afresh(context: Context) -> Context:
    """The context with the open question as this message has left it so far."""
    account = context.speaker.account
    found = context.uow.accounts.find(account.channel, account.userid) or account
    speaker = replace(context.speaker, account=as_asked(found, context.speaker.contact))
    return replace(context, speaker=speaker)


FRESH = "campaign"
"""The open talk that remembers for a while that its campaign was chosen by the speaker himself."""


def talk_about(context: Context) -> None:
    """From now on the talk is about that campaign; for a while nobody asks which one is meant.

    A question that waits in another campaign goes on waiting there.
    """
    account = context.speaker.account
    context.uow.accounts.set_current_campaign(account, context.speaker.campaign.id)
    found = context.uow.accounts.find(account.channel, account.userid)
    state = dialogs.open_question(found, context.now) if found is not None else None
    if state is None or state["kind"] == FRESH:
        dialogs.ask(context, FRESH, {})


def chosen_lately(context: Context) -> bool:
    """Whether the speaker has just chosen this campaign himself."""
    state = dialogs.open_question(context.speaker.account, context.now) or {}
    return FRESH in (state.get("kind"), (state.get("below") or {}).get("kind"))


def switch(text: str, context: Context) -> Reply:
    """List the speaker's campaigns, or talk about the one named from now on."""
    account = context.speaker.account
    campaigns = [context.uow.campaigns.get(person.campaign_id) for person in account.contacts]
    own = [campaign for campaign in campaigns if campaign is not None]
    wanted = text.strip()
    for place, campaign in enumerate(own, start=1):
        if wanted and wanted in (str(place), campaign.name):
            person = next(one for one in account.contacts if one.campaign_id == campaign.id)
            talk_about(replace(context, speaker=replace(context.speaker, contact=person, campaign=campaign)))
            return Reply(f"好的，现在说的是《{campaign.name}》。回“帮助”看用法。")
    lines = [f"您参加的考核任务{len(own)}个，现在说的是《{context.speaker.campaign.name}》："]
    lines += [f"{place} {campaign.name}" for place, campaign in enumerate(own, start=1)]
    if len(own) > 1:
        lines.append("回“切换 序号”换一个。")
    return Reply("\n".join(lines))
